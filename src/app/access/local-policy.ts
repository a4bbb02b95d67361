import type { Policy, PolicySource } from '../../components/access-contract.ts';
import { components } from '../../components/index.ts';
import type { Configuration } from '../../engine/configuration.ts';
import type { JsonObject } from '../../engine/json.ts';
import { textOf } from '../../engine/json-fields.ts';
import { bindPorts } from '../bind-ports.ts';

/** What the files say about who may do what in one environment. */
export interface LocalPolicy {
  readonly policy: Policy;
  readonly source: PolicySource;
  /** The id of the only tenant there is, as the Tenancy names it; null: there may be many. */
  readonly tenant: string | null;
}

export function localPolicy(configuration: Configuration, environment: string): LocalPolicy {
  const { policies } = bindPorts(components);
  if (policies === undefined) throw new RangeError('no component decides about access');
  const { resources } = configuration.desiredState(environment);
  const bodies = (kind: string): ReadonlyMap<string, JsonObject> =>
    new Map(resources.flatMap((resource) => (resource.kind === kind ? [[resource.key, resource.body] as const] : [])));
  const [tenancy] = bodies('Tenancy').values();
  const source = { resourceTypes: bodies('ResourceType'), roles: bodies('Role'), tenancy };
  const tenant = tenancy?.['mode'] === 'single' ? (textOf(tenancy['tenant']) ?? null) : null;
  return { policy: policies.compile(source), source, tenant };
}
