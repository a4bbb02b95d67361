import type { KeptAnswers } from './answer.ts';
import { allowsAction, type CompiledType, type RelationGrant } from './compiled-type.ts';
import type { Refusal } from './contract.ts';

/** An action on a resource type, found among what is declared: `read:self` of `employee`. */
export interface Asked extends KeptAnswers {
  readonly type: CompiledType;
  readonly action: string;
  readonly scope: string | undefined;
  /** Those that allow the action. */
  readonly relations: readonly RelationGrant[];
}

export type Unknown = Exclude<Refusal['reason'], 'no-grant' | 'not-covered'>;

/** Finds what questions are about. The same names give the same object, so that answers can be kept in it. */
export interface Questions {
  find(type: string, action: string): Asked | Unknown;
  /** All that were found and kept. */
  known(): Iterable<Asked>;
}

export function createQuestions(types: ReadonlyMap<string, CompiledType>): Questions {
  const kept = new Map(Array.from(types.values(), (type) => [type.key, { type, asked: new Map<string, Asked>() }]));
  return {
    find(typeKey, written) {
      const entry = kept.get(typeKey);
      if (entry === undefined) return 'unknown-resource-type';
      const before = entry.asked.get(written);
      if (before !== undefined) return before;
      const found = read(entry.type, written);
      // Scopes of a type that declares none are without number, and are not kept.
      if (typeof found !== 'string' && (found.scope === undefined || entry.type.scopes !== null))
        entry.asked.set(written, found);
      return found;
    },
    known: () => Array.from(kept.values()).flatMap(({ asked }) => [...asked.values()]),
  };
}

/** `employee:read:self` */
export function permissionOf({ action, scope, type }: Asked): string {
  return scope === undefined ? `${type.key}:${action}` : `${type.key}:${action}:${scope}`;
}

function read(type: CompiledType, written: string): Asked | Unknown {
  const colon = written.indexOf(':');
  const action = colon === -1 ? written : written.slice(0, colon);
  const scope = colon === -1 ? undefined : written.slice(colon + 1);
  if (!type.actions.has(action)) return 'unknown-action';
  if (scope !== undefined && !(type.scopes?.has(scope) ?? scopeName.test(scope))) return 'unknown-scope';
  const { grants } = type;
  const relations = grants.length === 0 ? grants : grants.filter((grant) => allowsAction(grant, action));
  return { type, action, scope, relations, latest: null, others: null };
}

const scopeName = /^[a-z][a-z0-9_-]*$/;
