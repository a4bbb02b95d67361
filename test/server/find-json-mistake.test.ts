import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonMistake } from '../../src/server/request/find-json-mistake.ts';

describe('finding the mistake in JSON', () => {
  it.each([
    ['{"a": }', 6],
    ['{"a" 1}', 5],
    ['{a: 1}', 1],
    ["{'a': 1}", 1],
    ['[1, 2,]', 6],
    ['[1 2]', 3],
    ['{"a": 1,}', 8],
    ['{"a": 01}', 6],
    ['[1}', 2],
    ['1 2', 2],
    ['"a\nb"', 0],
    [String.raw`"\x"`, 0],
    ['tru', 0],
    ['[', 1],
    ['', 0],
  ])('%j is wrong at %i', (text, offset) => {
    expect(findJsonMistake(text)).toBe(offset);
  });

  it('agrees with JSON.parse on what has a mistake', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-0.5e3',
      'true',
      'null',
      ' ',
      'x',
      '"',
      '01',
      '-',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          let valid = true;
          try {
            JSON.parse(text);
          } catch {
            valid = false;
          }
          expect(findJsonMistake(text) === null).toBe(valid);
        },
      ),
      { numRuns: 3000 },
    );
  });
});
