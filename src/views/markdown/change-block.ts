import type { Change, FieldChange } from '../../engine/changeset/changeset.ts';
import type { Json } from '../../engine/json.ts';
import { differingLines, linesOf } from '../field-lines.ts';
import { count } from '../text/count.ts';
import { valueText } from '../text/value.ts';
import { fencedLine } from './escape.ts';
import { fill } from './fill.ts';

/** Characters of one change; no single resource may push the others out of the comment. */
const blockLimit = 4_000;
const shownTextLines = 20;

/** One change as lines of a `diff` block: red what goes, green what comes. */
export function changeBlock(change: Change): readonly string[] {
  const name = fencedLine(change.from === undefined ? change.key : `${change.from} → ${change.key}`, 200);
  const fields = change.fields.length > 0 ? change.fields : bodyFields(change);
  const { omitted, text } = fill(
    fields.map((field) => fieldDiff(field).join('\n')),
    blockLimit,
  );
  return [
    `@@ ${change.action} ${name} @@`,
    ...(text === '' ? [] : [text]),
    ...(omitted === 0 ? [] : [`  … ${count(omitted, 'more field')}`]),
  ];
}

function bodyFields({ after, before }: Change): readonly FieldChange[] {
  if (before === null && after !== null) return Object.entries(after).map(([path, value]) => ({ path, after: value }));
  if (after === null && before !== null)
    return Object.entries(before).map(([path, value]) => ({ path, before: value }));
  return [];
}

export function fieldDiff({ after, before, path }: FieldChange): readonly string[] {
  const name = fencedLine(path, 200);
  if (spansLines(before) || spansLines(after)) return [`  ${name}:`, ...textDiff(before, after)];
  return [
    ...(before === undefined ? [] : [`- ${name}: ${fencedLine(valueText(before, 300))}`]),
    ...(after === undefined ? [] : [`+ ${name}: ${fencedLine(valueText(after, 300))}`]),
  ];
}

function textDiff(before: Json | undefined, after: Json | undefined): readonly string[] {
  const [removed, added] = differingLines(linesOf(before), linesOf(after));
  const lines = [
    ...removed.map((line) => `-   ${fencedLine(line, 200)}`),
    ...added.map((line) => `+   ${fencedLine(line, 200)}`),
  ];
  const hidden = lines.length - shownTextLines;
  return hidden <= 0 ? lines : [...lines.slice(0, shownTextLines), `    … ${count(hidden, 'more line')}`];
}

function spansLines(value: Json | undefined): boolean {
  return typeof value === 'string' && value.trimEnd().includes('\n');
}
