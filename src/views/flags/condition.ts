import type { Json } from '../../engine/json.ts';
import type { TextOptions } from '../text-options.ts';
import { grouped } from '../text/count.ts';
import { valueText } from '../text/value.ts';
import { visible } from '../text/visible.ts';
import { widthOf } from '../text/width.ts';
import { wrap } from '../text/wrap.ts';

export interface TestFacts {
  readonly text: string;
  readonly holds: boolean;
  readonly seen?: Json;
  readonly absent?: true;
  readonly bucket?: number;
  readonly of: readonly TestFacts[];
}

/** A condition and all below it, each with a sign before it and what was seen behind it. */
export function testLines(test: TestFacts, indent: string, options: TextOptions): readonly string[] {
  const { style } = options;
  const sign = test.holds ? style.good('✓') : style.bad('✗');
  const lines = markedLines(sign, indent, visible(test.text), options);
  return [
    ...withSeen(lines, test, indent, options),
    ...test.of.flatMap((inner) => testLines(inner, `${indent}  `, options)),
  ];
}

/** A text with a sign of one column before its first line, broken to fit the width. */
export function markedLines(
  sign: string,
  indent: string,
  text: string,
  { width }: Pick<TextOptions, 'width'>,
): readonly string[] {
  return wrap(text, `${indent}  `, width).map((line, index) =>
    index === 0 ? `${indent}${sign} ${line.trimStart()}` : line,
  );
}

const longestSeen = 60;

/** On the same line where there is room, else on one of its own. */
function withSeen(
  lines: readonly string[],
  { absent, bucket, seen }: TestFacts,
  indent: string,
  { style, width }: TextOptions,
): readonly string[] {
  if (absent === undefined && seen === undefined) return lines;
  const dealt = bucket === undefined ? '' : `, bucket ${grouped(bucket)}`;
  const text = seen === undefined ? 'absent' : `saw ${valueText(seen, longestSeen)}${dealt}`;
  const styled = seen === undefined ? style.notice(text) : style.faint(text);
  const last = lines.at(-1) ?? '';
  if (widthOf(last) + 2 + widthOf(text) <= width) return [...lines.slice(0, -1), `${last}  ${styled}`];
  return [...lines, `${indent}  ${styled}`];
}
