import { state } from '../diagnostic/statement.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { childPointer, parsePointer, valueAt } from '../pointer.ts';
import { declaredNames } from './declared-names.ts';
import { didYouMean } from './did-you-mean.ts';
import type { Finding } from './finding.ts';
import { areDifferent } from './plainly-fits.ts';
import type { ReferenceUse } from './reference-use.ts';
import { branchFor, propertyNode, type SchemaNode } from './schema-node.ts';
import { labelOf, quote } from './wording.ts';

const secretPattern = /^\$\{secrets\.[A-Za-z_][A-Za-z0-9_]*\}$/;

/** Looking for what was meant among thousands of names is slow; nobody reads more hints than this. */
const maximumHints = 100;
/** A list of a million equal entries is one mistake, not a million. */
const maximumFindings = 1_000;

export interface RuleResult {
  readonly findings: readonly Finding[];
  /** Mistakes beyond those listed. */
  readonly more: number;
  readonly references: readonly ReferenceUse[];
}

/**
 * Checks the keywords of ours along one document, and gathers what it refers to. Nothing more is said about
 * `settled` places, nor about names that should be declared in `absent` ones.
 */
export function applySchemaRules(
  root: SchemaNode,
  document: JsonObject,
  settled: ReadonlySet<string>,
  absent: ReadonlySet<string> = new Set(),
): RuleResult {
  const walk = new RuleWalk(root, document, settled, absent);
  walk.visit(root, document, '');
  return walk;
}

/** A few names are found sooner in a list than a set is made. */
type Names = readonly string[] | ReadonlySet<string>;
const fewNames = 20;

function has(names: Names, name: string): boolean {
  return 'has' in names ? names.has(name) : names.includes(name);
}

const none: ReadonlySet<number> = new Set();

class RuleWalk implements RuleResult {
  readonly findings: Finding[] = [];
  readonly references: ReferenceUse[] = [];
  more = 0;
  readonly #root: SchemaNode;
  readonly #document: JsonObject;
  readonly #settled: ReadonlySet<string>;
  readonly #absent: ReadonlySet<string>;
  #names: Map<string, Names | null> | undefined;
  #hints = 0;

  constructor(root: SchemaNode, document: JsonObject, settled: ReadonlySet<string>, absent: ReadonlySet<string>) {
    this.#root = root;
    this.#document = document;
    this.#settled = settled;
    this.#absent = absent;
  }

  visit(offered: SchemaNode, value: Json, pointer: string): void {
    if (!offered.hasRules || this.#settled.has(pointer)) return;
    if (this.#checkSecret(offered, value, pointer)) return;
    const node = branchFor(offered, value);
    if (node === undefined || (node !== offered && this.#checkSecret(node, value, pointer))) return;
    if (typeof value === 'string') this.#checkName(node, value, pointer, false);
    else if (Array.isArray(value)) this.#visitList(node, value, pointer);
    else if (isJsonObject(value)) this.#visitObject(node, value, pointer);
  }

  #visitList(node: SchemaNode, list: readonly Json[], pointer: string): void {
    // What stands in a set twice is said to be there twice, whatever else is wrong with it.
    const twice = node.isSet ? this.#checkSet(list, pointer) : none;
    const { items, listKey } = node;
    if (listKey !== undefined) this.#checkListKey(list, listKey, pointer);
    if (items?.hasRules !== true) return;
    for (let index = 0; index < list.length; index++)
      if (!twice.has(index)) this.visit(items, list[index] ?? null, childPointer(pointer, index));
  }

  #visitObject(node: SchemaNode, object: JsonObject, pointer: string): void {
    const { names } = node;
    const namesCount = names?.hasRules === true;
    for (const key in object) {
      const child = propertyNode(node, key);
      if (!namesCount && child?.hasRules !== true) continue;
      const at = childPointer(pointer, key);
      if (namesCount) this.#checkName(names, key, at, true);
      if (child?.hasRules === true) this.visit(child, object[key] ?? null, at);
    }
  }

  /** True when the place is for a secret, whatever stands there. The value must not reach the message. */
  #checkSecret({ isSensitive }: SchemaNode, value: Json, pointer: string): boolean {
    if (!isSensitive) return false;
    if (typeof value !== 'string' || !secretPattern.test(value)) {
      const hint = secretHint(parsePointer(pointer).at(-1) ?? '');
      this.findings.push({
        ...state('secret/in-clear', { label: labelOf(pointer) }, { hint, sensitive: true }),
        pointer,
      });
    }
    return true;
  }

  #checkName(
    { reference: kind, localReference: local }: SchemaNode,
    name: string,
    pointer: string,
    atKey: boolean,
  ): void {
    if (kind !== undefined) this.references.push({ pointer, atKey, kind, key: name });
    if (local === undefined) return;
    const declared = this.#declared(local);
    if (declared === null || has(declared, name)) return;
    const path = parsePointer(local).join('.');
    if (!this.#mayAdd()) return;
    const hint = this.#hints++ < maximumHints ? didYouMean(name, declared) : undefined;
    const statement = state('reference/unknown-local', { name, path }, { hint });
    this.findings.push({ ...statement, pointer, atKey, because: [childPointer(local, name)] });
  }

  /** Null when nothing can be said of the names: what should declare them is missing or misspelt itself. */
  #declared(local: string): Names | null {
    const known = this.#names?.get(local);
    if (known !== undefined) return known;
    const names = this.#absent.has(local) ? null : declaredNames(this.#root, this.#document, local);
    const declared = names !== null && names.length > fewNames ? new Set(names) : names;
    this.#names ??= new Map();
    this.#names.set(local, declared);
    return declared;
  }

  #mayAdd(): boolean {
    if (this.findings.length < maximumFindings) return true;
    this.more++;
    return false;
  }

  #checkSet(list: readonly Json[], pointer: string): ReadonlySet<number> {
    if (list.length < 2 || areDifferent(list)) return none;
    const twice = new Set<number>();
    const seen = new Set<string>();
    for (const [index, item] of list.entries()) {
      const identity = sortedJson(item);
      if (seen.has(identity)) twice.add(index);
      if (seen.has(identity) && this.#mayAdd()) {
        const parameters = { label: labelOf(pointer), item: quote(item) };
        this.findings.push({ ...state('list/duplicate', parameters), pointer: childPointer(pointer, index) });
      }
      seen.add(identity);
    }
    return twice;
  }

  #checkListKey(list: readonly Json[], field: string, pointer: string): void {
    const seen = new Set<Json>();
    for (const [index, item] of list.entries()) {
      const key = valueAt(item, [field]);
      if (key === undefined || key === null || typeof key === 'object') continue;
      if (seen.has(key) && this.#mayAdd()) {
        const parameters = { label: labelOf(pointer), field, item: quote(key) };
        const at = childPointer(childPointer(pointer, index), field);
        this.findings.push({ ...state('list/duplicate-key', parameters), pointer: at });
      }
      seen.add(key);
    }
  }
}

function secretHint(field: string): string {
  const name = field
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replace(/^(?=[0-9])/, '_')
    .toUpperCase();
  return `For example \${secrets.${name === '' ? 'NAME' : name}}.`;
}

/** Equal for equal values, whatever the order of their fields. */
function sortedJson(value: Json): string {
  return JSON.stringify(value, (_, part: unknown) =>
    isJsonObject(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}
