import {
  type CST,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { canonicalJson } from '../canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { branchFor, propertySchema } from '../model/schema-at.ts';
import { arrangeBlock } from './block-collection.ts';
import { type FileStyle, styleOf, type TextStyle } from './file-style.ts';
import { arrangeFlow } from './flow-collection.ts';
import { flowText, memberText, textAfterDash } from './fresh-text.ts';
import { matchItems } from './match-items.ts';
import { moneyAsNumbers } from './money-form.ts';
import { type Anchors, isMerge, keyText, mergedMembers, nodeValue } from './node-value.ts';
import { replaceValue, type Slot, tokensBefore } from './replace-value.ts';
import { isEntry, rawToken, rawValue } from './tokens.ts';
import { keyScalar, valueNode } from './value-node.ts';

type Item = CST.CollectionItem;
type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;
/** What the model says of a place; undefined where it says nothing. */
type Described = ModelSchema | undefined;

/**
 * Changes the tokens of one document until it gives another value, and no more of them than that takes. Goes through
 * the whole document in its order, since an alias must be written out where its anchor comes to mean something else.
 */
export class DocumentEdit {
  readonly #document: Document.Parsed;
  readonly #root: ModelSchema;
  readonly #style: FileStyle;
  /** What each node said before. */
  readonly #values = new Map<Node, Json>();
  /** What each anchor says from now on, money as numbers. */
  #anchors: Anchors = new Map();

  constructor(document: Document.Parsed, schema: ModelSchema, text: TextStyle) {
    this.#document = document;
    const overlays: ModelSchema = { type: 'object', additionalProperties: schema };
    this.#root = { ...schema, properties: { ...schema.properties, environments: overlays } };
    this.#style = styleOf(document, text);
    nodeValue(document.contents, new Map(), this.#values);
  }

  write(wanted: JsonObject): void {
    const { contents } = this.#document;
    const token = contents?.srcToken;
    if (!isMap(contents) || token === undefined) return;
    const item: Item = { start: [], key: null, sep: [rawToken('')], value: token };
    this.#map(contents, { item, isMember: true, indent: 0, inFlow: false }, wanted, this.#root);
  }

  #edit(node: unknown, slot: Slot, wanted: Json, schema: Described): void {
    const own = schema === undefined ? undefined : branchFor(schema, wanted, this.#root);
    const isOpen = isCollection(node) && node.items.length > 0 && (node.flow === true || holdsAny(wanted));
    if (isOpen && isMap(node) && isJsonObject(wanted)) this.#map(node, slot, wanted, own);
    else if (isOpen && isSeq(node) && Array.isArray(wanted)) this.#list(node, slot, wanted, own);
    else this.#scalar(node, slot, wanted, schema);
    if (isNode(node) && !isAlias(node) && node.anchor !== undefined)
      this.#anchors.set(node.anchor, moneyAsNumbers(wanted, schema, this.#root));
  }

  /** Also for whatever can only stay as it is or be replaced whole. */
  #scalar(node: unknown, slot: Slot, wanted: Json, schema: Described): void {
    const anchors = new Map(this.#anchors);
    const value = nodeValue(node, anchors);
    if (value !== undefined && this.#same(value, wanted, schema)) {
      this.#anchors = anchors;
      return;
    }
    // The anchors within are gone: aliases of them must be written out.
    const anchored = isAlias(node) ? node.resolve(this.#document) : node;
    replaceValue(slot, anchored, valueNode(wanted, schema, this.#root), this.#style);
  }

  #map(map: YAMLMap, slot: Slot, wanted: JsonObject, own: Described): void {
    const token = map.srcToken;
    const anchors = new Map(this.#anchors);
    const merged = mergedMembers(map, anchors);
    const dissolves = merged === undefined || [...merged.keys()].some((name) => !Object.hasOwn(wanted, name));
    if (!dissolves) this.#anchors = anchors;
    const inherited = dissolves ? new Map<string, Json>() : merged;
    const written = new Set<string>();
    const entries: Item[] = [];
    const place = this.#inside(map, token, slot);
    for (const pair of map.items) {
      const item = pair.srcToken;
      if (item === undefined) continue;
      if (isMerge(pair)) {
        if (!dissolves) entries.push(item);
        continue;
      }
      const name = keyText(this.#before(pair.key));
      const member = Object.hasOwn(wanted, name) ? wanted[name] : undefined;
      if (member === undefined) continue;
      this.#key(pair.key, item, name);
      this.#edit(pair.value, { ...place, item, isMember: true }, member, described(own, name));
      written.add(name);
      entries.push(item);
    }
    for (const [name, member] of Object.entries(wanted)) {
      const schema = described(own, name);
      const present = inherited.get(name);
      const isChosen = !Object.hasOwn(own?.properties ?? {}, name);
      if (written.has(name) || (present !== undefined && this.#same(present, member, schema))) continue;
      entries.push(this.#newMember(name, valueNode(member, schema, this.#root), isChosen ? map : null, place));
    }
    this.#arrange(token, slot, entries, map.items.length);
  }

  #list(list: YAMLSeq, slot: Slot, wanted: readonly Json[], own: Described): void {
    const token = list.srcToken;
    const items: readonly Item[] = token !== undefined && 'items' in token ? token.items.filter(isEntry) : [];
    if (items.length !== list.items.length || items.some(({ sep }) => sep !== undefined)) {
      this.#scalar(list, slot, wanted, own);
      return;
    }
    const schema = own?.items;
    const before = list.items.map((item) => this.#comparable(this.#before(item), schema));
    const after = wanted.map((item) => this.#comparable(item, schema));
    const matches = matchItems(before, after, own?.['x-list-key']);
    const place = this.#inside(list, token, slot);
    const entries = wanted.map((value, index) => {
      const match = matches[index];
      const item = match === undefined ? undefined : items[match];
      if (match === undefined || item === undefined)
        return this.#newItem(valueNode(value, schema, this.#root), list, place);
      this.#edit(list.items[match], { ...place, item, isMember: false }, value, schema);
      return item;
    });
    this.#arrange(token, slot, entries, items.length);
  }

  /** Where the entries of a collection stand. */
  #inside(node: YAMLMap | YAMLSeq, token: unknown, slot: Slot): Pick<Slot, 'indent' | 'inFlow'> {
    const isFlow = node.flow === true;
    const indent = !isFlow && isBlock(token) ? token.indent : slot.indent;
    return { indent, inFlow: slot.inFlow || isFlow };
  }

  #arrange(token: unknown, slot: Slot, entries: readonly Item[], count: number): void {
    if (!isCollectionToken(token)) return;
    const present: readonly Item[] = token.items.filter(isEntry);
    const isSame = entries.length === count && entries.every((item, index) => item === present[index]);
    if (isSame) return;
    if (token.type === 'flow-collection') arrangeFlow(token, entries, this.#style.lineBreak);
    else arrangeBlock(token, entries, tokensBefore(slot), this.#style.lineBreak);
  }

  /** Members whose names users choose look like their `siblings`. */
  #newMember(
    name: string,
    node: Node,
    siblings: YAMLMap | null,
    { indent, inFlow }: Pick<Slot, 'indent' | 'inFlow'>,
  ): Item {
    const key = keyScalar(name);
    if (inFlow) return { start: [], value: rawValue(`${flowText(key, this.#style)}: ${flowText(node, this.#style)}`) };
    const sibling = siblings?.items.findLast(({ value }) => isCollection(value))?.value;
    const text =
      isCollection(node) && isCollection(sibling) && sibling.flow === true
        ? `${' '.repeat(indent)}${flowText(key, this.#style)}: ${flowText(node, this.#style)}${this.#style.lineBreak}`
        : memberText(key, node, indent, this.#style);
    return { start: [rawToken(' '.repeat(indent))], value: rawValue(text.slice(indent)) };
  }

  #newItem(node: Node, list: YAMLSeq, { indent, inFlow }: Pick<Slot, 'indent' | 'inFlow'>): Item {
    if (inFlow) return { start: [], value: rawValue(flowText(node, this.#style)) };
    const sibling = list.items.findLast(isCollection);
    const text =
      isCollection(node) && sibling?.flow === true
        ? ` ${flowText(node, this.#style)}${this.#style.lineBreak}`
        : textAfterDash(node, indent, this.#style);
    return { start: [rawToken(' '.repeat(indent)), rawToken('-')], value: rawValue(text) };
  }

  /** A key may be an alias, or what an alias stands for. */
  #key(key: unknown, item: Item, name: string): void {
    if (isAlias(key) && this.#anchors.get(key.source) !== name)
      item.key = rawValue(flowText(keyScalar(name), this.#style));
    if (isScalar(key) && key.anchor !== undefined) this.#anchors.set(key.anchor, name);
  }

  #before(node: unknown): Json {
    return (isNode(node) ? this.#values.get(node) : undefined) ?? null;
  }

  #same(left: Json, right: Json, schema: Described): boolean {
    return canonicalJson(this.#comparable(left, schema)) === canonicalJson(this.#comparable(right, schema));
  }

  #comparable(value: Json, schema: Described): Json {
    return moneyAsNumbers(value, schema, this.#root);
  }
}

function described(schema: Described, name: string): Described {
  return schema === undefined ? undefined : propertySchema(schema, name);
}

function holdsAny(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function isCollectionToken(token: unknown): token is Collection {
  return typeof token === 'object' && token !== null && 'items' in token;
}

function isBlock(token: unknown): token is CST.BlockMap | CST.BlockSequence {
  return isCollectionToken(token) && token.type !== 'flow-collection';
}
