import { canonicalJson } from '../canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Model, ModelSchema } from '../model/model.ts';
import { branchFor, dereference, propertySchema } from '../model/schema-at.ts';
import type { Impact } from './changeset.ts';
import type { DraftChange } from './draft-change.ts';

/**
 * Who would feel a change, as far as the model alone can tell; a component that knows more answers itself.
 * `unknownReason` is the owner's wording of what cannot be told yet; `{key}` in it stands for the resource's key.
 */
export function defaultImpact(change: DraftChange, model: Model, unknownReason?: string): Impact {
  if (change.before === null) return { status: 'none', reason: 'nobody uses it before it exists' };
  if (change.action === 'update' && change.after !== null) {
    if (canonicalJson(change.before) === canonicalJson(change.after)) {
      return { status: 'none', reason: 'the content stays the same' };
    }
    const [before, after] = [change.before, change.after].map((body) =>
      canonicalJson(feltPart(body, model.schema, model.schema)),
    );
    if (before === after)
      return { status: 'none', reason: 'only fields change that nobody feels, such as names and descriptions' };
  }
  const key = change.from ?? change.key;
  const reason = unknownReason ?? `who uses ${model.kind} {key} is not known to this server yet`;
  return { status: 'unknown', reason: reason.replaceAll('{key}', () => key) };
}

/** The value without what is marked `x-impact: none`. */
function feltPart(value: Json, schema: ModelSchema, root: ModelSchema): Json {
  const own = branchFor(schema, value, root);
  if (Array.isArray(value)) {
    const { items } = own;
    return items === undefined ? value : value.map((item: Json) => feltPart(item, items, root));
  }
  return isJsonObject(value) ? feltMembers(value, own, root) : value;
}

function feltMembers(value: JsonObject, schema: ModelSchema, root: ModelSchema): JsonObject {
  const members: [string, Json][] = [];
  for (const [name, member] of Object.entries(value)) {
    const described = propertySchema(schema, name);
    if (described === undefined) members.push([name, member]);
    else if (dereference(described, root)['x-impact'] !== 'none')
      members.push([name, feltPart(member, described, root)]);
  }
  return Object.fromEntries(members);
}
