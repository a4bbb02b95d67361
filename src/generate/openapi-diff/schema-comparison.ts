import type { Json, JsonObject } from '../../engine/json.ts';
import { isJsonObject } from '../../engine/json.ts';
import { listOf } from '../../engine/json-fields.ts';
import { compareFields, type Inner } from './compare-fields.ts';
import { changed } from './changed.ts';
import { compareForms, compareMarks } from './compare-forms.ts';
import { compareDefaults, compareValues } from './compare-values.ts';
import type { Finding, Place } from './difference.ts';
import { type Form, wordsOf } from './forms.ts';
import { pairForms } from './pair-forms.ts';
import { nameOf, resolve } from './resolve.ts';

/** What two schemas with names differ in, and the pairs of names that they lead to. */
interface ComparedNames {
  readonly findings: readonly Finding[];
  readonly next: readonly NamedPair[];
}

interface NamedPair extends Inner {
  readonly key: string;
}

const nothing: ComparedNames = { findings: [], next: [] };

/** So many calls within each other are safe; no schema that anybody reads is that deep. */
const deepest = 500;

/** What is on its way or done below one name: a document that is not ours may lead in circles past all names. */
class WalkedPairs {
  readonly #pairs = new Map<object, Set<object>>();

  /** False: they have been compared. */
  add(before: object, after: object): boolean {
    const known = this.#pairs.get(before) ?? new Set();
    this.#pairs.set(before, known);
    return known.size < known.add(after).size;
  }
}

/** Compares schemas of two documents. What has a name is compared once, and found wherever it is used. */
export class SchemaComparison {
  readonly #before: JsonObject;
  readonly #after: JsonObject;
  readonly #known = new Map<string, ComparedNames>();

  constructor(before: JsonObject, after: JsonObject) {
    this.#before = before;
    this.#after = after;
  }

  /** Everything that is otherwise in the schemas and in what they refer to. */
  compare(before: Json, after: Json, at: Place): readonly Finding[] {
    const first = this.#walk({ before, after, at });
    const findings = [...first.findings];
    const seen = new Set<string>();
    const left = [...first.next];
    for (let pair = left.pop(); pair !== undefined; pair = left.pop()) {
      if (seen.has(pair.key)) continue;
      seen.add(pair.key);
      const compared = this.#known.get(pair.key) ?? this.#walk(pair, pair.key);
      this.#known.set(pair.key, compared);
      findings.push(...compared.findings);
      left.push(...compared.next);
    }
    return findings;
  }

  /** `own`: what these names stand for, and not that they are names. */
  #walk({ at, after, before }: Inner, own = '', walked = new WalkedPairs(), depth = 0): ComparedNames {
    if (before === false || after === false) return { findings: this.#closed(before, after, at), next: [] };
    if (before === true || after === true) return this.#walk(said({ at, before, after }), own, walked, depth);
    if (!isJsonObject(before) || !isJsonObject(after) || depth === deepest) return nothing;
    if (!walked.add(before, after)) return nothing;
    const whole = namedPair(resolve(this.#before, before).reference, resolve(this.#after, after).reference, at);
    if (whole !== null && whole.key !== own) {
      return { findings: compareDefaults(before, after, at), next: [whole] };
    }
    const sides = [
      { document: this.#before, schema: before },
      { document: this.#after, schema: after },
    ] as const;
    const paired = pairForms(...sides);
    const findings: Finding[] = [
      ...compareForms(paired, ...sides, at),
      ...compareMarks(before, after, at),
      ...compareDefaults(before, after, at),
    ];
    const next: NamedPair[] = [];
    for (const [old, now] of paired.pairs) {
      const pair = namedPair(old.reference, now.reference, at);
      if (pair !== null && pair.key !== own) next.push(pair);
      else {
        const inside = this.#inside(old, now, at, (one) => this.#walk(one, '', walked, depth + 1));
        findings.push(...inside.findings);
        next.push(...inside.next);
      }
    }
    return { findings, next };
  }

  #inside(old: Form, now: Form, at: Place, walk: (inner: Inner) => ComparedNames): ComparedNames {
    const sides = [
      { document: this.#before, schema: old.schema },
      { document: this.#after, schema: now.schema },
    ] as const;
    const findings: Finding[] = [...compareValues(...sides, at)];
    const inner: Inner[] = [];
    // What says no type may be any, and have rules for each.
    if (old.type === 'object' || old.type === 'any') {
      const fields = compareFields(...sides, at);
      findings.push(...fields.findings);
      inner.push(...fields.inner);
    }
    if (old.type === 'array' || old.type === 'any') inner.push(...itemsOf(old.schema, now.schema, at));
    const walked = inner.map(walk);
    return {
      findings: [...findings, ...walked.flatMap((one) => one.findings)],
      next: walked.flatMap(({ next }) => next),
    };
  }

  /** Nothing at all may stand there now, or might before. */
  #closed(before: Json, after: Json, at: Place): readonly Finding[] {
    const words = (document: JsonObject, schema: Json): string =>
      schema === false ? 'nothing' : wordsOf(document, schema);
    if (before === after) return [];
    return [changed(words(this.#before, before), words(this.#after, after), after === false, at)];
  }
}

/** `true` says what a schema without a word says. */
function said({ after, at, before }: Inner): Inner {
  const schema = (value: Json): Json => (value === true ? {} : value);
  return { at, before: schema(before), after: schema(after) };
}

/** What stands in lists; those that come first may have schemas of their own. */
function itemsOf(before: JsonObject, after: JsonObject, at: Place): readonly Inner[] {
  const [was, is] = [listOf(before['prefixItems']), listOf(after['prefixItems'])];
  const [old, now] = [before['items'] ?? {}, after['items'] ?? {}];
  const first = Array.from({ length: Math.max(was.length, is.length) }, (_, index): Inner => {
    const here = { ...at, place: `${at.place}[${index}]` };
    return { at: here, before: was[index] ?? old, after: is[index] ?? now };
  });
  if (before['items'] === undefined && after['items'] === undefined) return first;
  return [{ at: { ...at, place: `${at.place}[]` }, before: old, after: now }, ...first];
}

/** Where both have names, they are compared under their present name; the place they are met at does not matter. */
function namedPair(old: string | null, now: string | null, { direction }: Place): NamedPair | null {
  if (old === null || now === null) return null;
  return {
    key: `${direction} ${old} ${now}`,
    before: { $ref: old },
    after: { $ref: now },
    at: { direction, place: nameOf(now) },
  };
}
