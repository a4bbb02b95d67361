import { canonicalJson } from '../../engine/canonical-json.ts';
import type { Json, JsonObject } from '../../engine/json.ts';
import { compareBounds } from './compare-bounds.ts';
import { changed } from './changed.ts';
import type { Finding, Place } from './difference.ts';
import { choicesOf } from './fold/choices.ts';
import type { Side } from './pair-forms.ts';
import { meaningOf } from './schema-meaning.ts';

/**
 * Rules that are met or not, with no more and no less. Of `allOf`, `anyOf` and `oneOf` only what makes no form is met
 * here; what follows of a condition is compared by itself.
 */
const rules = [
  'pattern',
  'uniqueItems',
  'multipleOf',
  'contains',
  'not',
  'if',
  'allOf',
  'anyOf',
  'oneOf',
  'dependentRequired',
  'unevaluatedProperties',
  'unevaluatedItems',
];

/** How a text is to be read. */
const formats = ['format', 'contentEncoding', 'contentMediaType'];

/** What is otherwise about the values of two forms of one type, apart from what is inside of them. */
export function compareValues(before: Side, after: Side, at: Place): readonly Finding[] {
  return [
    ...compareBounds(before.schema, after.schema, at),
    ...rules.flatMap((rule) => ruleFindings(rule, before, after, at)),
    ...formats.flatMap((format) => formatFindings(format, before.schema, after.schema, at)),
    ...choiceFindings(before.schema, after.schema, at),
  ];
}

/** What the server takes where nothing is said, of fields and parameters. */
export function compareDefaults(before: JsonObject, after: JsonObject, at: Place): readonly Finding[] {
  if (at.direction === 'answered') return [];
  return ['default', 'x-default'].flatMap((keyword): readonly Finding[] => {
    const [was, is] = [textOf(before[keyword]), textOf(after[keyword])];
    // One that was not said before may have been meant all along.
    return was === is || was === null ? [] : [{ ...at, code: 'default-changed', was, is }];
  });
}

function ruleFindings(rule: string, before: Side, after: Side, at: Place): readonly Finding[] {
  const of = (meant: (value: Json) => Json, { document, schema }: Side): string | null => {
    const value = schema[rule];
    return value === undefined ? null : meaningOf(document, meant(value));
  };
  const meaning = (side: Side): string | null => of((value) => ({ [rule]: value }), side);
  const words = (side: Side): string | null => {
    const text = of((value) => value, side);
    return text === null ? null : `${rule} ${text}`;
  };
  const is = meaning(after);
  return meaning(before) === is ? [] : [changed(words(before), words(after), is !== null, at)];
}

/** Clients make other types of other formats, of what they receive too. */
function formatFindings(keyword: string, before: JsonObject, after: JsonObject, at: Place): readonly Finding[] {
  const [was, is] = [textOf(before[keyword]), textOf(after[keyword])];
  if (was === is) return [];
  if (at.direction === 'sent' && is === null) return [changed(`${keyword} ${was ?? ''}`, null, false, at)];
  return [{ ...at, code: 'format-changed', was, is }];
}

function choiceFindings(before: JsonObject, after: JsonObject, at: Place): readonly Finding[] {
  const [was, is] = [choicesOf(before), choicesOf(after)];
  if (was === null && is === null) return [];
  const isSent = at.direction === 'sent';
  const words = { was: listOf(was), is: listOf(is) };
  // Whoever is answered knows what else it is by a value that is always the same.
  const isOneNoMore = 'const' in before && was?.map(textOf).join() !== is?.map(textOf).join();
  if (!isSent && isOneNoMore) return [{ ...at, code: 'type-changed', ...words }];
  if (is === null) return [{ ...at, code: isSent ? 'value-widened' : 'choice-answered', ...words }];
  if (was === null) return [changed(words.was, words.is, true, at)];
  const [known, now] = [new Set(was.map(textOf)), new Set(is.map(textOf))];
  const gone = [...known].filter((value) => !now.has(value));
  const come = [...now].filter((value) => !known.has(value));
  return [
    ...gone.map((value): Finding => ({ ...at, code: isSent ? 'choice-refused' : 'choice-gone', was: value, is: null })),
    ...come.map(
      (value): Finding => ({
        ...at,
        code: isSent ? 'choice-accepted' : 'choice-answered',
        was: null,
        is: value,
      }),
    ),
  ];
}

function listOf(values: readonly Json[] | null): string | null {
  return values === null ? null : values.map((value) => JSON.stringify(value)).join(', ');
}

function textOf(value: Json | undefined): string | null {
  return value === undefined ? null : canonicalJson(value);
}
