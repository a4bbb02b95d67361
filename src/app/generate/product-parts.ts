import type { Component } from '../../components/contract.ts';
import { createRegistry } from '../../engine/model/create-registry.ts';
import type { Host } from '../../host/contract.ts';
import { bindPorts } from '../bind-ports.ts';
import type { ApiPart } from '../control-plane/api-parts.ts';
import { apiParts } from '../control-plane/operations.ts';
import { version } from '../version.ts';

/** What everybody offers, of a control plane that is never started. */
export function productParts(host: Host, components: readonly Component[]): readonly ApiPart[] {
  return apiParts({
    host,
    registry: createRegistry(components),
    components,
    ports: bindPorts(components),
    masterKey: null,
    program: () => version,
  });
}
