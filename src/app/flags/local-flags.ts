import type { FlagEngine, FlagSet } from '../../components/flags-contract.ts';
import { components } from '../../components/index.ts';
import type { Configuration } from '../../engine/configuration.ts';
import { bindPorts } from '../bind-ports.ts';

export function flagEngine(): FlagEngine {
  const { flags } = bindPorts(components);
  if (flags === undefined) throw new RangeError('no component evaluates flags');
  return flags;
}

/** The flags of one environment as the files have them, at a moment. */
export function localFlags(configuration: Configuration, environment: string, now: Date): FlagSet {
  const { resources } = configuration.desiredState(environment);
  return flagEngine().compile({ environment, resources }, now);
}
