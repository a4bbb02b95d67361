import { expect, test } from 'vitest';
import { count, grouped, listed } from '../../src/views/text/count.ts';
import { moment } from '../../src/views/text/moment.ts';
import { valueText, valueTexts } from '../../src/views/text/value.ts';
import { visible } from '../../src/views/text/visible.ts';
import { cutTo, padTo, widthOf } from '../../src/views/text/width.ts';
import { wrap } from '../../src/views/text/wrap.ts';

test.each([
  ['abc', 3],
  ['', 0],
  ['名前', 4],
  ['é', 1],
  ['👩‍👩‍👧', 2],
  ['🇮🇳🇯🇵', 4],
  ['❤️', 2],
  ['한글', 4],
  ['→ … ✓', 5],
  ['\u001b[1mbold\u001b[0m', 4],
])('%s is %i columns wide', (text, columns) => {
  expect(widthOf(text)).toBe(columns);
});

test('pads and cuts by columns, never inside a character', () => {
  expect(padTo('名', 4)).toBe('名  ');
  expect(cutTo('abcdef', 4)).toBe('abc…');
  expect(cutTo('名前名前', 4)).toBe('名…');
  expect(cutTo('👩‍👩‍👧👩‍👩‍👧', 3)).toBe('👩‍👩‍👧…');
  expect(cutTo('abcd', 4)).toBe('abcd');
});

test('groups thousands, agrees in number, lists with a rest', () => {
  expect(grouped(12_480)).toBe('12,480');
  expect(grouped(999)).toBe('999');
  expect([count(1, 'change'), count(0, 'change'), count(2, 'entry', 'entries')]).toEqual([
    '1 change',
    '0 changes',
    '2 entries',
  ]);
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b', 'c'])).toBe('a, b and c');
  expect(listed(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
});

test('shows values as YAML would, quoting what would read as something else', () => {
  expect(valueText('49.00')).toBe('49.00');
  expect(valueText('true')).toBe('"true"');
  expect(valueText(true)).toBe('true');
  expect(valueText('')).toBe('""');
  expect(valueText(null)).toBe('null');
  expect(valueText({ a: [1, 'x'], b: {} })).toBe('{ a: [1, x], b: {} }');
  expect(valueText('x'.repeat(100), 10)).toBe('xxxxxxxxxx… (100 characters)');
  expect(valueText(' \u0085 ')).toBe(String.raw`" \u{85} "`);
});

test('tells the values of a change apart where YAML would be written alike', () => {
  expect(valueTexts('49.00', '59.00')).toEqual(['49.00', '59.00']);
  expect(valueTexts('5', 5)).toEqual(['"5"', '5']);
  expect(valueTexts(['a, b'], ['a', 'b'])).toEqual(['["a, b"]', '["a","b"]']);
});

test('makes control characters, broken surrogates and direction marks visible, what has no width, and nothing else', () => {
  expect(visible('a\tb\nc\u0000\ud800\u202e')).toBe(String.raw`a\tb\nc\u{0}\u{d800}\u{202e}`);
  expect(visible('ad\u200bmin\u00ad\u3164')).toBe(String.raw`ad\u{200b}min\u{ad}\u{3164}`);
  expect(visible('Grüße 🙂👩‍👩‍👧 名')).toBe('Grüße 🙂👩‍👩‍👧 名');
});

test('wraps between words with a hanging indent', () => {
  expect(wrap('one two three four five six', '  ', 22)).toEqual(['  one two three four', '  five six']);
});

test('writes instants for people and leaves other text alone', () => {
  expect(moment('2026-11-20T23:50:12.345Z')).toBe('2026-11-20 23:50 UTC');
  expect(moment('yesterday')).toBe('yesterday');
});
