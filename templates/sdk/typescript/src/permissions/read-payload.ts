import { isObject } from '../core/json.ts';

/** What `access.policy` answers, read. */
export interface ReadPayload {
  readonly revision: number;
  readonly roles: ReadonlyMap<string, readonly { readonly permission: string; readonly condition?: string }[]>;
  readonly resourceTypes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly scopes: ReadonlyMap<string, ReadonlySet<string>>;
  /** Absent: the server does not say, so every resource may have some. */
  readonly relationActions: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

/** @throws TypeError where it is no policy: half of one would refuse, or allow, what the whole does not */
export function readPayload(payload: unknown): ReadPayload {
  if (!isObject(payload)) throw notOne('it is no object');
  const { relationActions, resourceTypes, revision, roles, scopes } = payload;
  if (typeof revision !== 'number') throw notOne('it has no revision');
  return {
    revision,
    roles: entriesOf('roles', roles, (grants) => listOf('roles', grants).map(readGrant)),
    resourceTypes: namesByType('resourceTypes', resourceTypes),
    scopes: namesByType('scopes', scopes ?? {}),
    relationActions: relationActions === undefined ? undefined : namesByType('relationActions', relationActions),
  };
}

function readGrant(grant: unknown): { readonly permission: string; readonly condition?: string } {
  if (!isObject(grant)) throw notOne('a grant is no object');
  const { condition, permission } = grant;
  if (typeof permission !== 'string') throw notOne('a grant has no permission');
  // Never taken for none: what applies under a condition would apply always.
  if (condition !== undefined && typeof condition !== 'string') throw notOne('a condition is no text');
  return condition === undefined ? { permission } : { permission, condition };
}

function namesByType(name: string, value: unknown): ReadonlyMap<string, ReadonlySet<string>> {
  return entriesOf(
    name,
    value,
    (names) =>
      new Set(
        listOf(name, names).map((one) => {
          if (typeof one !== 'string') throw notOne(`${name} has a name that is no text`);
          return one;
        }),
      ),
  );
}

function entriesOf<T>(name: string, value: unknown, read: (entry: unknown) => T): ReadonlyMap<string, T> {
  if (!isObject(value)) throw notOne(`it has no ${name}`);
  return new Map(Object.entries(value).map(([key, entry]) => [key, read(entry)]));
}

function listOf(name: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw notOne(`${name} has an entry that is no list`);
  return value;
}

function notOne(why: string): TypeError {
  return new TypeError(`This is no policy: ${why}`);
}
