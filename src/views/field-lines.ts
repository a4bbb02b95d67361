import type { FieldChange } from '../engine/changeset/changeset.ts';
import type { Json, JsonObject } from '../engine/json.ts';
import { shownFields } from './shown-fields.ts';
import type { TextOptions } from './text-options.ts';
import type { Style } from './style.ts';
import { count } from './text/count.ts';
import { valueText, valueTexts } from './text/value.ts';
import { visible } from './text/visible.ts';
import { cutTo, padTo, widthOf } from './text/width.ts';

const indent = '      ';
const widestPath = 40;
/** Characters of a text that is shown whole, below its name. */
const widestText = 300;
/** Lines shown of a text that spans several. */
const shownLines = 12;

/** One line for each field, values aligned: `prices.USD.monthly  49.00 → 59.00`. */
export function fieldLines(changed: readonly FieldChange[], options: TextOptions): readonly string[] {
  const fields = shownFields(changed);
  const column = Math.min(widestPath, Math.max(0, ...fields.map(({ path }) => widthOf(visible(path)))));
  return fields.flatMap((field) => oneField(field, column, options));
}

function oneField(field: FieldChange, column: number, { style, width }: TextOptions): readonly string[] {
  const path = visible(field.path);
  if (isLongText(field.before) || isLongText(field.after)) return [`${indent}${path}`, ...textLines(field, style)];
  const room = Math.max(40, width - indent.length - Math.max(column, widthOf(path)) - 5);
  if (isCut(field, room)) return [`${indent}${path}`, ...textLines(field, style)];
  return [`${indent}${padTo(path, column)}  ${fieldValues(field, room, style)}`];
}

function fieldValues({ after, before }: FieldChange, room: number, style: Style): string {
  if (before === undefined && after !== undefined) return style.good(`+ ${valueText(after, room)}`);
  if (after === undefined && before !== undefined) return style.bad(`- ${valueText(before, room)}`);
  const [was, is] = valueTexts(before ?? null, after ?? null, Math.max(20, Math.floor(room / 2)));
  return `${style.bad(was)} → ${style.good(is)}`;
}

/** Two texts of which a line has no room for what differs between them. */
function isCut({ after, before }: FieldChange, room: number): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return false;
  return widthOf(before) + widthOf(after) > room && Math.max(before.length, after.length) <= widestText;
}

function isLongText(value: Json | undefined): value is string {
  return typeof value === 'string' && value.trimEnd().includes('\n');
}

/** The lines of a longer text that differ, without what is alike at its beginning and end. */
function textLines({ after, before }: FieldChange, style: Style): readonly string[] {
  const [removed, added] = differingLines(linesOf(before), linesOf(after));
  const shown = [
    ...removed.map((line) => style.bad(`${indent}  - ${visible(line)}`)),
    ...added.map((line) => style.good(`${indent}  + ${visible(line)}`)),
  ];
  const hidden = shown.length - shownLines;
  return hidden <= 0
    ? shown
    : [...shown.slice(0, shownLines), style.faint(`${indent}  … ${count(hidden, 'more line')}`)];
}

export function differingLines(
  before: readonly string[],
  after: readonly string[],
): readonly [readonly string[], readonly string[]] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end))
    end += 1;
  return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}

export function linesOf(value: Json | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? value.replace(/\n$/u, '').split('\n') : [valueText(value)];
}

/** A body on one line of at most `room` columns, its name first: `Pro · prices { USD: … }`. */
export function bodySummary({ name, ...rest }: JsonObject, room: number): string {
  if (room < 12) return '';
  const fields = Object.entries(rest).map(([field, value]) => `${visible(field)} ${valueText(value, 60)}`);
  const parts = name === undefined ? fields : [valueText(name, 60), ...fields];
  return cutTo(parts.join(' · '), room);
}
