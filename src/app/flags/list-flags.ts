import type { Everybody, FlagSet } from '../../components/flags-contract.ts';
import type { Configuration } from '../../engine/configuration.ts';
import type { JsonObject } from '../../engine/json.ts';
import { textOf, textsOf } from '../../engine/json-fields.ts';
import { flagEngine } from './local-flags.ts';
import { unmanagedFields } from './unmanaged-fields.ts';

export type FlagState = 'on' | 'off' | 'archived';

export interface ListedFlag {
  readonly key: string;
  readonly name: string | null;
  readonly owner: string | null;
  /** A date. */
  readonly expires: string | null;
  readonly tags: readonly string[];
  readonly entitlement: string | null;
  /** Where it is written, relative to the project's directory. */
  readonly file: string | null;
  /** By environment, in the order of dream.yaml; environments without the flag are left out. */
  readonly environments: readonly FlagInEnvironment[];
}

export interface FlagInEnvironment {
  readonly environment: string;
  readonly state: FlagState;
  /** What everybody gets there, where the rules prove that it is one and the same. */
  readonly everybody: Everybody | null;
}

/** Only flags that fit all that is given. */
export interface FlagFilter {
  readonly tag?: string | undefined;
  readonly owner?: string | undefined;
  /** In any of the environments looked at. */
  readonly state?: string | undefined;
}

/** All flags by key, as they are in each of the environments. */
export function listFlags(
  configuration: Configuration,
  environments: readonly string[],
  now: Date,
  filter: FlagFilter = {},
): readonly ListedFlag[] {
  const engine = flagEngine();
  const found = new Map<string, { readonly body: JsonObject; readonly in: FlagInEnvironment[] }>();
  for (const environment of environments) {
    const { resources } = configuration.desiredState(environment);
    const flags: FlagSet = engine.compile({ environment, resources }, now);
    for (const { body, key, kind } of resources) {
      if (kind !== 'Flag') continue;
      const entry = found.get(key) ?? { body, in: [] };
      entry.in.push({
        environment,
        state: stateOf(body),
        everybody: unmanagedFields(body, environment).length === 0 ? flags.everybody(key) : null,
      });
      found.set(key, entry);
    }
  }
  return [...found]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, { body, in: places }]) => ({
      key,
      name: textOf(body['name']) ?? null,
      owner: textOf(body['owner']) ?? null,
      expires: textOf(body['expires']) ?? null,
      tags: textsOf(body['tags']),
      entitlement: textOf(body['entitlement']) ?? null,
      file: configuration.sourceOf({ kind: 'Flag', key })?.file ?? null,
      environments: places,
    }))
    .filter((flag) => fits(flag, filter));
}

function stateOf(body: JsonObject): FlagState {
  const state = textOf(body['state']);
  return state === 'off' || state === 'archived' ? state : 'on';
}

function fits({ environments, owner, tags }: ListedFlag, filter: FlagFilter): boolean {
  return (
    (filter.tag === undefined || tags.includes(filter.tag)) &&
    (filter.owner === undefined || owner === filter.owner) &&
    (filter.state === undefined || environments.some(({ state }) => state === filter.state))
  );
}
