import type { JsonObject } from '../../../engine/json.ts';
import { entriesOf, objectOf, textsOf } from '../../../engine/json-fields.ts';

/** A ResourceType in the form that questions are answered from. */
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
    actions: new Set(textsOf(body['actions'])),
    scopes: scopes === undefined ? null : new Map(Object.entries(objectOf(scopes)).filter(isText)),
    relations: new Map(entriesOf(body['relations']).map(([relation, ends]) => [relation, new Set(textsOf(ends))])),
    grants: entriesOf(body['grants']).map(([name, actions]) => {
      const [relation = '', further = null] = name.split('.');
      return { name, relation, further, actions: new Set(textsOf(actions)) };
    }),
    dates: entriesOf(body['attributes']).flatMap(([name, type]) => (type === 'date' ? [name] : [])),
  };
}

function isText(entry: readonly [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}

export function allowsAction(grant: RelationGrant, action: string): boolean {
  return grant.actions.has(action) || grant.actions.has('*');
}
