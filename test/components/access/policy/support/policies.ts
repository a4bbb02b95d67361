import { load } from 'js-yaml';
import { compilePolicy } from '../../../../../src/components/access/policy/compile-policy.ts';
import type {
  AccessQuestion,
  ObjectName,
  Policy,
  Relations,
} from '../../../../../src/components/access/policy/contract.ts';
import type { JsonObject } from '../../../../../src/engine/json.ts';

/** A policy from YAML: role and resource type bodies by key. */
export function policyOf(yaml: {
  readonly types: string;
  readonly roles: string;
  readonly tenancy?: JsonObject;
}): Policy {
  const { roles, tenancy, types } = yaml;
  return compilePolicy({ resourceTypes: bodies(types), roles: bodies(roles), tenancy });
}

function bodies(yaml: string): ReadonlyMap<string, JsonObject> {
  return new Map(Object.entries((load(yaml) ?? {}) as Record<string, JsonObject>));
}

export interface Asking {
  readonly roles?: readonly string[];
  readonly user?: string;
  readonly service?: string;
  readonly properties?: JsonObject;
  readonly tenant?: JsonObject;
  readonly now?: string;
}

/** `asks('invoice:42 approve', { amount: 5 }, { roles: ['approver'] })`: ada asks within the tenant acme. */
export function asks(what: string, resource: JsonObject = {}, asking: Asking = {}): AccessQuestion {
  const [target = '', action = ''] = what.split(' ');
  const [type = '', id] = target.split('#');
  return {
    subject: {
      type: asking.service === undefined ? 'user' : 'service-account',
      id: asking.service ?? asking.user ?? 'ada',
      roles: asking.roles ?? [],
      properties: asking.properties ?? {},
    },
    action,
    resource: { type, id: id ?? null, properties: resource },
    tenant: { id: 'acme', properties: asking.tenant ?? {} },
    now: new Date(asking.now ?? '2026-03-01T12:00:00Z'),
  };
}

/** Relationships written as `document#42 owner user#ada`. */
export function related(...tuples: readonly string[]): Relations {
  const known = tuples.map((tuple) => tuple.split(' '));
  return {
    related: (object, relation) =>
      known
        .filter(([of, as]) => of === `${object.type}#${object.id}` && as === relation)
        .map(([, , end = '']) => nameOf(end)),
  };
}

function nameOf(end: string): ObjectName {
  const [type = '', id = ''] = end.split('#');
  return { type, id };
}
