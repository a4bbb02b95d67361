import type { Json, JsonObject } from '../../../engine/json.ts';
import { entriesOf, textsOf } from '../../../engine/json-fields.ts';
import { datesIn } from './declared-dates.ts';

/**
 * A ResourceType in the form that questions are answered from. Names stand in order, so that an answer rests on the same
 * grounds whether a file or a database gave the body.
 */
export interface CompiledType {
  readonly key: string;
  readonly actions: ReadonlySet<string>;
  /** Expressions by scope; null where the type declares no scopes, and so takes any name. */
  readonly scopes: ReadonlyMap<string, string> | null;
  /** Relation → types of the ends it may have. */
  readonly relations: ReadonlyMap<string, ReadonlySet<string>>;
  readonly grants: readonly RelationGrant[];
  /** Attributes that are dates. */
  readonly dates: readonly string[];
}

/** What standing in a relation allows by itself: `parent.editor: [read]`. */
export interface RelationGrant {
  /** As written. */
  readonly name: string;
  readonly relation: string;
  /** The relation that is asked of what stands in `relation`. */
  readonly further: string | null;
  readonly actions: ReadonlySet<string>;
}

export function compileType(key: string, body: JsonObject): CompiledType {
  const { scopes } = body;
  return {
    key,
    actions: new Set(textsOf(body['actions']).toSorted()),
    scopes: scopes === undefined ? null : new Map(inOrder(scopes).filter(isText)),
    relations: new Map(entriesOf(body['relations']).map(([relation, ends]) => [relation, new Set(textsOf(ends))])),
    grants: inOrder(body['grants']).map(([name, actions]) => {
      const [relation = '', further = null] = name.split('.');
      return { name, relation, further, actions: new Set(textsOf(actions)) };
    }),
    dates: datesIn(body['attributes']),
  };
}

function inOrder(value: Json | undefined): readonly (readonly [string, Json])[] {
  return entriesOf(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function isText(entry: readonly [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}

export function allowsAction(grant: RelationGrant, action: string): boolean {
  return grant.actions.has(action) || grant.actions.has('*');
}
