import { canonicalJson } from '../../engine/canonical-json.ts';
import type { Json, JsonObject } from '../../engine/json.ts';
import { choicesOf } from './forms.ts';
import type { Direction, Finding } from './difference.ts';

export interface Place {
  readonly place: string;
  readonly direction: Direction;
}

/** Bounds by the side on which they bound. */
const upper = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems', 'maxProperties'];
const lower = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems', 'minProperties'];
/** Rules that are met or not, with no more and no less. */
const rules = ['pattern', 'uniqueItems', 'multipleOf', 'contains', 'not', 'if', 'then', 'else', 'dependentRequired'];

/** What is otherwise about the values of two forms of one type, apart from what is inside of them. */
export function compareValues(before: JsonObject, after: JsonObject, at: Place): readonly Finding[] {
  return [
    ...bounds(before, after, at),
    ...rules.flatMap((rule) => ruleFindings(rule, before, after, at)),
    ...formatFindings(before, after, at),
    ...choiceFindings(before, after, at),
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

function bounds(before: JsonObject, after: JsonObject, at: Place): readonly Finding[] {
  return [...upper, ...lower].flatMap((keyword): readonly Finding[] => {
    const [was, is] = [before[keyword], after[keyword]];
    if (was === is) return [];
    const no = upper.includes(keyword) ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    const [from, to] = [typeof was === 'number' ? was : no, typeof is === 'number' ? is : no];
    return [changed(keyword, was, is, upper.includes(keyword) ? to < from : to > from, at)];
  });
}

function ruleFindings(rule: string, before: JsonObject, after: JsonObject, at: Place): readonly Finding[] {
  const [was, is] = [before[rule], after[rule]];
  return textOf(was) === textOf(is) ? [] : [changed(rule, was, is, is !== undefined, at)];
}

function changed(
  keyword: string,
  was: Json | undefined,
  is: Json | undefined,
  isNarrower: boolean,
  { direction, place }: Place,
): Finding {
  const sent = isNarrower ? 'value-narrowed' : 'value-widened';
  const words = (value: Json | undefined): string | null =>
    value === undefined ? null : `${keyword} ${textOf(value)}`;
  return { place, direction, code: direction === 'sent' ? sent : 'promise-changed', was: words(was), is: words(is) };
}

/** Clients make other types of other formats, of what they receive too. */
function formatFindings(before: JsonObject, after: JsonObject, at: Place): readonly Finding[] {
  const [was, is] = [before['format'], after['format']];
  if (was === is) return [];
  if (at.direction === 'sent' && is === undefined) return [changed('format', was, is, false, at)];
  return [{ ...at, code: 'format-changed', was: textOf(was), is: textOf(is) }];
}

function choiceFindings(before: JsonObject, after: JsonObject, at: Place): readonly Finding[] {
  const [was, is] = [choicesOf(before), choicesOf(after)];
  if (was === null && is === null) return [];
  const isSent = at.direction === 'sent';
  if (is === null) return isSent ? [{ ...at, code: 'value-widened', was: listOf(was), is: null }] : [];
  if (was === null) return isSent ? [{ ...at, code: 'value-narrowed', was: null, is: listOf(is) }] : [];
  if ('const' in before && 'const' in after && !isSent) {
    return textOf(before['const']) === textOf(after['const'])
      ? []
      : [{ ...at, code: 'type-changed', was: listOf(was), is: listOf(is) }];
  }
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
