import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { testsInPlace } from '../../scripts/build/tests-in-place.ts';

test('a comparison of one value stands where it was called', () => {
  const source = [
    'function isEol(c) {\n\treturn c === 10 || c === 13;\n}',
    'function isEnd(code) {\n\treturn code === 0 || isEol(code);\n}',
    'function first(c) {\n\treturn c[0];\n}',
    'if (!isEnd(ch) && first(ch)) isEol(next()), state.isEol(ch);',
  ].join('\n');
  expect(testsInPlace(source).split('\n').slice(4)).toEqual([
    '\treturn code === 0 || (code === 10 || code === 13);',
    '}',
    'function first(c) {',
    '\treturn c[0];',
    '}',
    'if (!(ch === 0 || (ch === 10 || ch === 13)) && first(ch)) isEol(next()), state.isEol(ch);',
  ]);
});

test('what a function compares first is compared where it is called', () => {
  const source = [
    'function atBoundary(state) {\n\tif (state.position !== state.lineStart) return false;\n\treturn look(state);\n}',
    'while (next()) if (atBoundary(parser)) break;',
  ].join('\n');
  expect(testsInPlace(source).split('\n').at(-1)).toBe(
    'while (next()) if ((!(parser.position !== parser.lineStart) && atBoundary(parser))) break;',
  );
});

test('what a function of several parameters compares first is compared where it is called', () => {
  const source = [
    'function readQuoted(state, indent) {\n\tif (state.input.charCodeAt(state.position) !== 39) return false;\n\treturn look(indent);\n}',
    'return readQuoted(parser, 1) || readQuoted(parser, at(2));',
  ].join('\n');
  expect(testsInPlace(source).split('\n').at(-1)).toBe(
    'return (!(parser.input.charCodeAt(parser.position) !== 39) && readQuoted(parser, 1)) || readQuoted(parser, at(2));',
  );
});

// Fails when another version of js-yaml writes them in another form, which the build then no longer finds.
test('js-yaml calls no function for the end of a line', async () => {
  const source = await readFile(fileURLToPath(import.meta.resolve('js-yaml')), 'utf8');
  expect(source).toContain('isEol(ch)');
  const lighter = testsInPlace(source);
  expect(lighter).not.toContain('isEol(ch)');
  expect(lighter).toContain('(!(state.position !== state.lineStart) && testDocumentBoundary(state))');
});
