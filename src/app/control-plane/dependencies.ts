import type { Component, TellImpact } from '../../components/contract.ts';
import type { Ports } from '../../components/ports.ts';
import type { KindRegistry } from '../../engine/model/registry.ts';
import type { Host } from '../../host/contract.ts';
import type { LiveBodies } from './resources/live-bodies.ts';

/** What the control plane's operations are made from. Passed down, never global. */
export interface Dependencies {
  readonly host: Host;
  readonly registry: KindRegistry;
  readonly components: readonly Component[];
  /** What the components offer one another. */
  readonly ports: Ports;
  /** Names this version with its models: what one has worked out, another does not take over. See `nameProgram`. */
  readonly program: () => string;
  /** 32 bytes, or null where none is configured: secrets cannot be set then. */
  readonly masterKey: Uint8Array | null;
  /** By component; absent where the model alone answers. */
  readonly impacts: ReadonlyMap<string, TellImpact>;
  readonly bodies: LiveBodies;
}
