import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../src/engine/source/parse-source.ts';
import { SourceText } from '../../../src/engine/source/source-text.ts';
import { inFlow } from '../../../src/engine/source/yaml-text.ts';

describe('a text as an entry of a list in brackets', () => {
  it.each([
    ['fast', 'fast'],
    ['invoice:read', 'invoice:read'],
    ['two words', 'two words'],
    ['*', "'*'"],
    ['a, b', "'a, b'"],
    ['**/*.yaml', "'**/*.yaml'"],
    ["it's", "'it''s'"],
    ['${vars.name}', "'${vars.name}'"],
    ['a: b', "'a: b'"],
    ['a #b', "'a #b'"],
    ['1', "'1'"],
    ['true', "'true'"],
    ['off', "'off'"],
    ['null', "'null'"],
    ['', "''"],
    [' a', "' a'"],
    ['a\nb', String.raw`"a\nb"`],
  ])('%j is written %s', (text, written) => {
    expect(inFlow(text)).toBe(written);
  });

  it('is read back as that text and no other', () => {
    const character = fc.constantFrom(...Array.from('ab1 .,:#-?*&!|>%@`\'"{}[]~<=+/$_\t\n'));
    const text = fc.oneof(
      fc.string({ unit: character, maxLength: 6 }),
      fc.string({ unit: 'grapheme' }).filter((one) => one.isWellFormed() && !one.includes('\0')),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
        const source = new SourceText('a.yaml', `a: [${texts.map(inFlow).join(', ')}]\n`);
        const { documents, diagnostics } = parseSource(source);
        expect(diagnostics).toEqual([]);
        expect(documents.map(({ value }) => value)).toEqual([{ a: texts }]);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
