import { expect, test } from 'vitest';
import { documented } from '../../../../src/generate/sdk/typescript/layout/doc-comment.ts';
import { fit, lineWidth } from '../../../../src/generate/sdk/typescript/layout/fit.ts';
import { group, hardLine, indent, line, listed } from '../../../../src/generate/sdk/typescript/layout/layout.ts';

const word = 'x'.repeat(30);

test('what fits stays on one line, to the last character', () => {
  const exactly = listed('f(', [word, word, 'y'.repeat(lineWidth - 68)], ');');
  expect(fit(exactly)).toBe(`f(${word}, ${word}, ${'y'.repeat(lineWidth - 68)});`);
  expect(fit(exactly)).toHaveLength(lineWidth);
  const wider = listed('f(', [word, word, 'y'.repeat(lineWidth - 67)], ');');
  expect(fit(wider)).toBe(`f(\n  ${word},\n  ${word},\n  ${'y'.repeat(lineWidth - 67)},\n);`);
});

test('of what does not fit, the outermost is broken first', () => {
  const inner = listed('g(', [word, word], ')');
  expect(fit(listed('f(', [inner, inner], ');'))).toBe(`f(\n  g(${word}, ${word}),\n  g(${word}, ${word}),\n);`);
});

test('what follows on the same line counts', () => {
  const tail = ` = ${'z'.repeat(lineWidth - 10)};`;
  expect(fit([listed('f(', ['a', 'b'], ')'), tail])).toBe(`f(\n  a,\n  b,\n)${tail}`);
});

test('a group with a line that must end is broken, and so is everything around it', () => {
  expect(fit(group('{', indent(line, group('a', hardLine, 'b')), line, '}'))).toBe('{\n  a\n  b\n}');
});

test('no line ends with a space', () => {
  expect(fit(['a ', indent(hardLine, hardLine, 'b')])).toBe('a\n\n  b');
});

test('a comment is wrapped to where it stands, and cannot end before its end', () => {
  expect(fit(documented([undefined, ' '], 0, 'a;'))).toBe('a;');
  expect(fit(documented(['Ends */ here.'], 0, 'a;'))).toBe('/** Ends *\\/ here. */\na;');
  const text = Array.from({ length: 40 }, () => 'word').join(' ');
  const commented = fit(indent(hardLine, documented([text, 'More.'], 1, 'a;')));
  const lines = commented.trim().split('\n');
  expect(lines.map((one) => one.trim())).toStrictEqual(['/**', ...wrapped, '*', '* More.', '*/', 'a;']);
  expect(Math.max(...commented.split('\n').map((one) => one.length))).toBeLessThanOrEqual(lineWidth);
});

const wrapped = [23, 17].map((count) => `* ${Array.from({ length: count }, () => 'word').join(' ')}`);
