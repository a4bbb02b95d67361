import type { Json, JsonObject } from '../../engine/json.ts';
import { entriesOf, textsOf } from '../../engine/json-fields.ts';
import type { Place } from './compare-values.ts';
import type { Finding } from './difference.ts';
import { wordsOf } from './forms.ts';
import type { Side } from './pair-forms.ts';

/** Two schemas that stand at the same place, to be compared in turn. */
export interface Inner {
  readonly at: Place;
  readonly before: Json;
  readonly after: Json;
}

export interface Compared {
  readonly findings: readonly Finding[];
  readonly inner: readonly Inner[];
}

/** The fields of two objects: which are there, and which have to be. */
export function compareFields(before: Side, after: Side, at: Place): Compared {
  const [was, is] = [fieldsOf(before.schema), fieldsOf(after.schema)];
  const findings: Finding[] = [];
  const inner: Inner[] = [];
  for (const name of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(name), is.get(name)];
    const here: Place = { ...at, place: `${at.place}.${name}` };
    if (old !== undefined && now !== undefined) {
      findings.push(...presence(old, now, here));
      inner.push({ at: here, before: old.schema, after: now.schema });
    } else if (old !== undefined) {
      findings.push({ ...here, code: 'field-removed', was: wordsOf(before.document, old.schema), is: null });
    } else if (now !== undefined) {
      const code = at.direction === 'sent' && now.isRequired ? 'field-required' : 'field-added';
      findings.push({ ...here, code, was: null, is: wordsOf(after.document, now.schema) });
    }
  }
  const others = compareOthers(before.schema, after.schema, at);
  return { findings: [...findings, ...others.findings], inner: [...inner, ...others.inner] };
}

interface Field {
  readonly schema: Json;
  readonly isRequired: boolean;
}

function fieldsOf(schema: JsonObject): ReadonlyMap<string, Field> {
  const required = new Set(textsOf(schema['required']));
  const fields = entriesOf(schema['properties']).map(([name, field]): [string, Field] => [
    name,
    { schema: field, isRequired: required.has(name) },
  ]);
  return new Map(fields);
}

function presence(old: Field, now: Field, at: Place): readonly Finding[] {
  if (old.isRequired === now.isRequired) return [];
  const words = (field: Field): string => (field.isRequired ? 'required' : 'optional');
  const sent = now.isRequired ? 'field-required' : 'field-optional';
  const answered = now.isRequired ? 'field-certain' : 'field-uncertain';
  return [{ ...at, code: at.direction === 'sent' ? sent : answered, was: words(old), is: words(now) }];
}

/** Fields beyond those that have a name here. */
function compareOthers(before: JsonObject, after: JsonObject, at: Place): Compared {
  const findings: Finding[] = [];
  const inner: Inner[] = [];
  for (const [keyword, place] of [
    ['additionalProperties', `${at.place}.*`],
    ['propertyNames', `${at.place} names`],
  ] as const) {
    const [was, is] = [before[keyword] ?? true, after[keyword] ?? true];
    if (was === is) continue;
    if (typeof was !== 'boolean' && typeof is !== 'boolean')
      inner.push({ at: { ...at, place }, before: was, after: is });
    else if (at.direction === 'sent') {
      const isNarrower = is === false || was === true;
      const code = isNarrower ? 'value-narrowed' : 'value-widened';
      findings.push({ ...at, code, was: otherWords(was), is: otherWords(is) });
    }
  }
  const [was, is] = [new Map(entriesOf(before['patternProperties'])), new Map(entriesOf(after['patternProperties']))];
  for (const [pattern, old] of was) {
    const now = is.get(pattern);
    const place = `${at.place}.{${pattern}}`;
    if (now === undefined) findings.push({ ...at, place, code: 'field-removed', was: pattern, is: null });
    else inner.push({ at: { ...at, place }, before: old, after: now });
  }
  return { findings, inner };
}

function otherWords(value: Json): string {
  if (value === false) return 'no other fields';
  return value === true ? 'any other fields' : 'other fields of one form';
}
