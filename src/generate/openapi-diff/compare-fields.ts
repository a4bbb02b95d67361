import { isJsonObject, type Json, type JsonObject } from '../../engine/json.ts';
import { entriesOf, textsOf } from '../../engine/json-fields.ts';
import { changed } from './changed.ts';
import type { Finding, Place } from './difference.ts';
import { fieldSchema, othersOf } from './fold/field-schema.ts';
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
    const here: Place = { ...at, place: `${at.place}.${name}` };
    const [old, now] = [was.get(name), is.get(name)];
    if (old?.isNamed === true && now?.isNamed !== true) {
      findings.push({ ...here, code: 'field-removed', was: wordsOf(before.document, old.schema), is: null });
      // Whoever sends or reads it all the same meets what holds for other fields.
      inner.push(...asOther(here, old.schema, fieldSchema(after.schema, name)));
    } else if (old !== undefined && now !== undefined) {
      findings.push(...presence(old, now, here));
      inner.push({ at: here, before: old.schema, after: now.schema });
    } else if (old !== undefined || now?.isNamed === false) {
      findings.push(...presence(old ?? unsaid, now ?? unsaid, here));
    } else if (now !== undefined) {
      const code = at.direction === 'sent' && now.isRequired ? 'field-required' : 'field-added';
      findings.push({ ...here, code, was: null, is: wordsOf(after.document, now.schema) });
      inner.push(...asOther(here, fieldSchema(before.schema, name), now.schema));
    }
  }
  const parts = [
    compareOthers(before.schema, after.schema, at),
    compareNames(before.schema, after.schema, at),
    comparePatterns(before.schema, after.schema, at),
  ];
  return {
    findings: [...findings, ...parts.flatMap((part) => part.findings)],
    inner: [...inner, ...parts.flatMap((part) => part.inner)],
  };
}

/** A field that has a name on one side only, where the other side says what any field has to fit. */
function asOther(at: Place, before: Json, after: Json): readonly Inner[] {
  return typeof before === 'boolean' || typeof after === 'boolean' ? [] : [{ at, before, after }];
}

interface Field {
  readonly schema: Json;
  readonly isRequired: boolean;
  /** Without: it has to be there as one of the others, whatever they are. */
  readonly isNamed: boolean;
}

const unsaid: Field = { schema: {}, isRequired: false, isNamed: false };

function fieldsOf(schema: JsonObject): ReadonlyMap<string, Field> {
  const required = textsOf(schema['required']);
  const others = required.map((name): [string, Field] => [
    name,
    { schema: fieldSchema(schema, name), isRequired: true, isNamed: false },
  ]);
  const fields = entriesOf(schema['properties'])
    // What nothing fits is not there, as though nobody had said its name.
    .filter(([, field]) => field !== false)
    .map(([name, field]): [string, Field] => [
      name,
      { schema: field, isRequired: required.includes(name), isNamed: true },
    ]);
  return new Map([...others, ...fields]);
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
  const [was, is] = [othersOf(before), othersOf(after)];
  if (was === is) return none;
  const there: Inner = { at: { ...at, place: `${at.place}.*` }, before: was, after: is };
  if (typeof was !== 'boolean' && typeof is !== 'boolean') return { findings: [], inner: [there] };
  const words = { was: otherWords(was), is: otherWords(is) };
  if (at.direction === 'sent') return one(changed(words.was, words.is, is === false || was === true, at));
  if (was === false) return one({ ...there.at, code: 'field-added', was: null, is: words.is });
  // Nobody was promised what may be anything.
  if (is === false && was === true) return one(changed(words.was, words.is, true, at));
  if (is === false) return one({ ...there.at, code: 'field-removed', was: words.was, is: null });
  return { findings: [], inner: [there] };
}

/** How fields may be called. */
function compareNames(before: JsonObject, after: JsonObject, at: Place): Compared {
  const [was, is] = [before['propertyNames'] ?? true, after['propertyNames'] ?? true];
  if (was === is) return none;
  if (isJsonObject(was) && isJsonObject(is))
    return { findings: [], inner: [{ at: { ...at, place: `${at.place} names` }, before: was, after: is }] };
  const words = (value: Json): string => (value === true ? 'any names' : 'names of one form');
  return one(changed(words(was), words(is), is !== true, at));
}

/** Those whose names fit a pattern, and what held for such names where the pattern is not said. */
function comparePatterns(before: JsonObject, after: JsonObject, at: Place): Compared {
  const [was, is] = [new Map(entriesOf(before['patternProperties'])), new Map(entriesOf(after['patternProperties']))];
  const findings: Finding[] = [];
  const inner: Inner[] = [];
  for (const pattern of new Set([...was.keys(), ...is.keys()])) {
    const here = { ...at, place: `${at.place}.{${pattern}}` };
    const [old, now] = [was.get(pattern), is.get(pattern)];
    if (old !== undefined && now === undefined) {
      findings.push({ ...here, code: 'field-removed', was: pattern, is: null });
      inner.push(...asOther(here, old, othersOf(after)));
    } else if (old === undefined && othersOf(before) === false)
      findings.push({ ...here, code: 'field-added', was: null, is: pattern });
    else if (now !== undefined) inner.push({ at: here, before: old ?? othersOf(before), after: now });
  }
  return { findings, inner };
}

const none: Compared = { findings: [], inner: [] };

function one(finding: Finding): Compared {
  return { findings: [finding], inner: [] };
}

function otherWords(value: Json): string {
  if (value === false) return 'no other fields';
  return value === true ? 'any other fields' : 'other fields of one form';
}
