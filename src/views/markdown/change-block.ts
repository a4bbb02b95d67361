import type { Change, FieldChange } from '../../engine/changeset/changeset.ts';
import type { Json } from '../../engine/json.ts';
import { differingLines, linesOf } from '../field-lines.ts';
import { shownFields } from '../shown-fields.ts';
import { mostCreatesInFull } from '../changeset-wording.ts';
import { count, grouped } from '../text/count.ts';
import { fitLines } from '../text/fit-lines.ts';
import { valueText, valueTexts } from '../text/value.ts';
import { fencedLine } from './escape.ts';
import { fill } from './fill.ts';

/** Characters of one change; no single resource may push the others out of the comment. */
const blockLimit = 4_000;
const shownTextLines = 20;
const lineWidth = 100;

/** A part of a `diff` block, and how many changes it shows. */
export interface DiffBlock {
  readonly text: string;
  readonly changes: number;
}

/** The changes of one kind. Where many are created, of those only the keys: they are read in the files beside it. */
export function diffBlocks(changes: readonly Change[]): readonly DiffBlock[] {
  const created = changes.filter(({ action }) => action === 'create');
  const compact = created.length > mostCreatesInFull;
  return [
    ...changes
      .filter(({ action }) => !compact || action !== 'create')
      .map((change) => ({ text: changeBlock(change).join('\n'), changes: 1 })),
    ...(compact ? keyBlocks(created) : []),
  ];
}

/** A line is a block, so that what does not fit can be counted. */
function keyBlocks(created: readonly Change[]): readonly DiffBlock[] {
  const lines = fitLines(
    created.map(({ key }) => fencedLine(key, 200)),
    lineWidth,
  );
  return lines.map((names, index) => ({
    text: `${index === 0 ? `@@ create ${grouped(created.length)} @@\n` : ''}+ ${names.join(', ')}`,
    changes: names.length,
  }));
}

/** One change as lines of a `diff` block: red what goes, green what comes. */
function changeBlock(change: Change): readonly string[] {
  const name = fencedLine(change.from === undefined ? change.key : `${change.from} → ${change.key}`, 200);
  const fields = change.fields.length > 0 ? shownFields(change.fields) : bodyFields(change);
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
  if (before !== undefined && after !== undefined) {
    const [was, is] = valueTexts(before, after, 300);
    return [`- ${name}: ${fencedLine(was)}`, `+ ${name}: ${fencedLine(is)}`];
  }
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
