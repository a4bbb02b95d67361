import type { Json, JsonObject } from '../../engine/json.ts';
import { isJsonObject } from '../../engine/json.ts';
import { listOf } from '../../engine/json-fields.ts';
import { compareFields, type Inner } from './compare-fields.ts';
import { changed } from './changed.ts';
import { compareForms, compareMarks } from './compare-forms.ts';
import { compareDefaults, compareValues } from './compare-values.ts';
import type { Finding, Place } from './difference.ts';
import { type Form, wordsOf } from './forms.ts';
import { consequencesOf } from './consequences.ts';
import { pairForms } from './pair-forms.ts';
import { nameOf, resolve } from './resolve.ts';
import { meaningOf } from './schema-meaning.ts';
import { MadeSchemas, WalkedPairs } from './walked-pairs.ts';

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

/** Compares schemas of two documents. What has a name is compared once, and found wherever it is used. */
export class SchemaComparison {
  readonly #before: JsonObject;
  readonly #after: JsonObject;
  readonly #known = new Map<string, ComparedNames>();
  readonly #made = new MadeSchemas();

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
  #walk({ at, after, before }: Inner, own = '', walked = new WalkedPairs(this.#made), depth = 0): ComparedNames {
    if (before === false || after === false) return { findings: this.#closed(before, after, at), next: [] };
    if (before === true || after === true) return this.#walk(said({ at, before, after }), own, walked, depth);
    if (!isJsonObject(before) || !isJsonObject(after) || depth === deepest) return nothing;
    const way = walked.add(before, after);
    if (way === 'known') return nothing;
    if (way === 'endless') return { findings: this.#atOnce(before, after, at), next: [] };
    const whole = namedPair(resolve(this.#before, before).reference, resolve(this.#after, after).reference, at);
    if (whole !== null && whole.key !== own) {
      return { findings: compareDefaults(before, after, at), next: [whole] };
    }
    const sides = [
      { document: this.#before, schema: before },
      { document: this.#after, schema: after },
    ] as const;
    const told = [withTarget(this.#before, before), withTarget(this.#after, after)] as const;
    const paired = pairForms(...sides);
    const findings: Finding[] = [
      ...compareForms(paired, ...sides, at),
      ...compareMarks(...told, at),
      ...compareDefaults(...told, at),
    ];
    const next: NamedPair[] = [];
    for (const [old, now] of [...paired.pairs, ...paired.overlapping]) {
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
    const mayBe = (type: string): boolean => [old, now].every((form) => form.type === type || form.type === 'any');
    if (mayBe('object')) {
      const fields = compareFields(...sides, at);
      findings.push(...fields.findings);
      inner.push(...fields.inner);
    }
    if (mayBe('array')) inner.push(...itemsOf(old.schema, now.schema, at));
    inner.push(...consequencesOf(old.schema, now.schema, at));
    const walked = inner.map(walk);
    return {
      findings: [...findings, ...walked.flatMap((one) => one.findings)],
      next: walked.flatMap(({ next }) => next),
    };
  }

  /** That they differ, and no more: whoever reads it sees for themselves. */
  #atOnce(before: JsonObject, after: JsonObject, at: Place): readonly Finding[] {
    if (meaningOf(this.#before, before) === meaningOf(this.#after, after)) return [];
    return [changed(wordsOf(this.#before, before), wordsOf(this.#after, after), true, at)];
  }

  /** Nothing at all may stand there now, or might before. */
  #closed(before: Json, after: Json, at: Place): readonly Finding[] {
    const words = (document: JsonObject, schema: Json): string =>
      schema === false ? 'nothing' : wordsOf(document, schema);
    if (before === after) return [];
    return [changed(words(this.#before, before), words(this.#after, after), after === false, at)];
  }
}

/** What is said where it is referred to goes before what its name says. */
function withTarget(document: JsonObject, schema: JsonObject): JsonObject {
  return { ...resolve(document, schema).value, ...schema };
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
