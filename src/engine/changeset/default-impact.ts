import { canonicalJson } from '../canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { Model, ModelSchema } from '../model/model.ts';
import { branchFor, dereference, propertySchema } from '../model/schema-at.ts';
import type { DraftChange } from './draft-change.ts';
import type { ToldImpact } from './impact.ts';

export interface UnknownImpact {
  /** The owner's wording of what cannot be told yet; `{key}` in it stands for the resource's key. */
  readonly reason?: string | undefined;
  /** Figures that stay open then. */
  readonly figures?: readonly string[] | undefined;
}

/** Who would feel a change, as far as the model alone can tell; a component that knows more answers itself. */
export function defaultImpact(change: DraftChange, model: Model, unknown: UnknownImpact = {}): ToldImpact {
  const unfelt = whyUnfelt(change, model);
  if (unfelt !== null) return nobody(unfelt);
  const key = change.from ?? change.key;
  const reason = unknown.reason ?? `who uses ${model.kind} {key} is not known to this server yet`;
  return {
    effects: [],
    unknown: [{ reason: reason.replaceAll('{key}', () => key), figures: unknown.figures ?? [] }],
    none: '',
  };
}

/** An impact on nobody, and why. */
function nobody(reason: string): ToldImpact {
  return { effects: [], unknown: [], none: reason };
}

/** Why the model alone can tell that nobody feels the change; null when it cannot. */
export function whyUnfelt(change: DraftChange, model: Model): string | null {
  if (change.before === null) return 'nobody uses it before it exists';
  if (change.action !== 'update' || change.after === null) return null;
  if (canonicalJson(change.before) === canonicalJson(change.after)) return 'the content stays the same';
  const [before, after] = [change.before, change.after].map((body) =>
    canonicalJson(feltPart(body, model.schema, model.schema)),
  );
  return before === after ? 'only fields change that nobody feels, such as names and descriptions' : null;
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
