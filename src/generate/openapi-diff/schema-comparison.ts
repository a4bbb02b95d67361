import type { Json, JsonObject } from '../../engine/json.ts';
import { isJsonObject } from '../../engine/json.ts';
import { listOf } from '../../engine/json-fields.ts';
import { compareFields, type Inner } from './compare-fields.ts';
import { compareDefaults, compareValues, type Place } from './compare-values.ts';
import type { Finding } from './difference.ts';
import { type Form, wordsOf } from './forms.ts';
import { pairForms, type PairedForms } from './pair-forms.ts';
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
    if (!isJsonObject(before) || !isJsonObject(after) || depth === deepest) return nothing;
    if (!walked.add(before, after)) return nothing;
    const whole = namedPair(resolve(this.#before, before).reference, resolve(this.#after, after).reference, at);
    if (whole !== null && whole.key !== own) {
      return { findings: compareDefaults(before, after, at), next: [whole] };
    }
    const paired = pairForms({ document: this.#before, schema: before }, { document: this.#after, schema: after });
    const findings: Finding[] = [
      ...this.#formFindings(paired, { before, after, at }),
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
    const findings: Finding[] = [...compareValues(old.schema, now.schema, at)];
    const inner: Inner[] = [];
    if (old.type === 'object') {
      const fields = compareFields(
        { document: this.#before, schema: old.schema },
        { document: this.#after, schema: now.schema },
        at,
      );
      findings.push(...fields.findings);
      inner.push(...fields.inner);
    }
    if (old.type === 'array') {
      const itemAt = { ...at, place: `${at.place}[]` };
      inner.push({ at: itemAt, before: old.schema['items'] ?? {}, after: now.schema['items'] ?? {} });
      const [was, is] = [listOf(old.schema['prefixItems']), listOf(now.schema['prefixItems'])];
      was.forEach((one, index) => {
        inner.push({ at: { ...at, place: `${at.place}[${index}]` }, before: one, after: is[index] ?? {} });
      });
    }
    const walked = inner.map(walk);
    return {
      findings: [...findings, ...walked.flatMap((one) => one.findings)],
      next: walked.flatMap(({ next }) => next),
    };
  }

  #formFindings({ come, gone, pairs }: PairedForms, { at, after, before }: Inner): readonly Finding[] {
    if (come.length === 0 && gone.length === 0) return [];
    const [was, is] = [wordsOf(this.#before, before), wordsOf(this.#after, after)];
    const [old, now] = [gone[0], come[0]];
    if (gone.length === 1 && come.length === 1 && old !== undefined && now !== undefined) {
      const [wide, narrow] = at.direction === 'sent' ? [now.type, old.type] : [old.type, now.type];
      const isWider = wide === 'any' || (wide === 'number' && narrow === 'integer');
      return [{ ...at, code: isWider ? 'type-widened' : 'type-changed', was, is }];
    }
    const isSent = at.direction === 'sent';
    const isUnion = [...pairs.map(([form]) => form), ...gone].filter(({ type }) => type === 'object').length > 1;
    const isArm = isUnion && come.every(({ type }) => type === 'object');
    const added = isArm ? 'arm-answered' : 'form-answered';
    return [
      ...(gone.length === 0 ? [] : [{ ...at, code: isSent ? 'form-refused' : 'form-gone', was, is } as const]),
      ...(come.length === 0 ? [] : [{ ...at, code: isSent ? 'form-accepted' : added, was, is } as const]),
    ];
  }
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
