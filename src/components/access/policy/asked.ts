import { allowsAction, type CompiledType, type RelationGrant } from './compiled-type.ts';
import type { Refusal } from './contract.ts';

/** An action on a resource type, found among what is declared: `read:self` of `employee`. */
export interface Asked {
  readonly type: CompiledType;
  readonly action: string;
  readonly scope: string | undefined;
  /** `employee:read:self` */
  readonly permission: string;
  /** Those that allow the action. */
  readonly relations: readonly RelationGrant[];
}

export type Unknown = Exclude<Refusal['reason'], 'no-grant' | 'not-covered'>;

/** Finds what a question is about. The same names give the same object, so that answers can be kept by it. */
export type FindAsked = (type: string, action: string) => Asked | Unknown;

export function createFindAsked(types: ReadonlyMap<string, CompiledType>): FindAsked {
  const known = new Map<string, Map<string, Asked>>();
  return (typeKey, written) => {
    const before = known.get(typeKey)?.get(written);
    if (before !== undefined) return before;
    const type = types.get(typeKey);
    if (type === undefined) return 'unknown-resource-type';
    const colon = written.indexOf(':');
    const action = colon < 0 ? written : written.slice(0, colon);
    const scope = colon < 0 ? undefined : written.slice(colon + 1);
    if (!type.actions.has(action)) return 'unknown-action';
    const declared = scope === undefined || type.scopes?.has(scope) === true;
    if (!declared && (type.scopes !== null || !scopeName.test(scope))) return 'unknown-scope';
    const relations =
      type.grants.length === 0 ? type.grants : type.grants.filter((grant) => allowsAction(grant, action));
    const asked = { type, action, scope, permission: `${typeKey}:${written}`, relations };
    // Scopes of a type that declares none are without number, and are not kept.
    if (declared) keep(known, typeKey, written, asked);
    return asked;
  };
}

const scopeName = /^[a-z][a-z0-9_-]*$/;

function keep(known: Map<string, Map<string, Asked>>, type: string, written: string, asked: Asked): void {
  const actions = known.get(type);
  if (actions === undefined) known.set(type, new Map([[written, asked]]));
  else actions.set(written, asked);
}
