import { isJsonObject, type Json, type JsonObject } from '../../../../engine/json.ts';
import { listOf, memberOf, textOf } from '../../../../engine/json-fields.ts';
import type { Condition } from '../condition.ts';
import type { Draft } from '../draft.ts';
import { Inexpressible } from '../inexpressible.ts';
import { Keys } from '../keys.ts';
import type { Lists } from '../lists.ts';
import { conditionOf } from './condition.ts';
import type { GroupLookup } from './group-lookup.ts';
import { valueCondition } from './value-condition.ts';

/** Saved groups become segments: one for each group and the attribute that is looked up in it. */
export class Groups implements GroupLookup {
  readonly #groups: JsonObject;
  readonly #draft: Draft;
  readonly #lists: Lists;
  readonly #keys = new Keys();
  readonly #open = new Set<string>();
  readonly #made = new Map<string, Condition>();

  constructor(groups: JsonObject, draft: Draft, lists: Lists) {
    this.#groups = groups;
    this.#draft = draft;
    this.#lists = lists;
  }

  entry(id: string): Json | undefined {
    return memberOf(this.#groups, id);
  }

  isList(path: string): boolean {
    return this.#lists.has(path);
  }

  sawSingle(path: string): void {
    this.#lists.sawSingle(path);
  }

  /**
   * A list of values, or none at all, which is an empty one; anything else matches nobody, in or out.
   * @throws Inexpressible
   */
  isReadable(id: Json): boolean {
    const name = textOf(id) ?? '';
    const entry = this.entry(name);
    // Its SDK takes what every object of JavaScript has for a group.
    if (entry === undefined && name in Object.prototype) throw new Inexpressible(`\`${name}\` is no saved group`);
    return entry === undefined || valuesOf(entry) !== undefined;
  }

  byAttribute(id: string, path: string): Condition {
    const values = valuesOf(this.entry(id) ?? []) ?? [];
    return this.#segment(id, path, () => valueCondition(path, { $in: [...values] }, this));
  }

  byCondition(id: string): Condition {
    const entry = this.entry(id);
    const condition = isJsonObject(entry) ? entry['condition'] : undefined;
    if (!isJsonObject(condition)) return false;
    if (this.#open.has(id)) throw new Inexpressible(`the saved group \`${id}\` asks for itself`);
    this.#open.add(id);
    try {
      return this.#segment(id, '', () => conditionOf(condition, this));
    } finally {
      this.#open.delete(id);
    }
  }

  #segment(id: string, path: string, translate: () => Condition): Condition {
    const name = `${id} ${path}`;
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const condition = translate();
    const made = typeof condition === 'boolean' ? condition : this.#added(id, path, condition);
    this.#made.set(name, made);
    return made;
  }

  #added(id: string, path: string, condition: JsonObject): Condition {
    const isFirst = ![...this.#made.keys()].some((name) => name.startsWith(`${id} `));
    const key = this.#keys.of(`${id} ${path}`, isFirst || path === '' ? id : `${id}-${path.slice('user.'.length)}`);
    const subject = this.#draft.subject(`saved group ${id}`, `GrowthBook's saved group ${id}`);
    this.#draft.add('Segment', key, { rules: [{ if: condition }] }, subject);
    return { segment: key };
  }
}

/** Of a list as it stands, or of one that says it is a list. */
function valuesOf(entry: Json): readonly Json[] | undefined {
  if (Array.isArray(entry)) return listOf(entry);
  return isJsonObject(entry) && entry['type'] === 'list' && Array.isArray(entry['values'])
    ? listOf(entry['values'])
    : undefined;
}
