import fc from 'fast-check';
import { dump, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json } from '../../../src/engine/json.ts';
import { childPointer } from '../../../src/engine/pointer.ts';
import { parseSource } from '../../../src/engine/source/parse-source.ts';
import { Positions } from '../../../src/engine/source/positions.ts';
import { SourceText } from '../../../src/engine/source/source-text.ts';
import type { Position } from '../../../src/engine/diagnostic/diagnostic.ts';

const { value: document } = fc.letrec<{ value: Json; object: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
    fc.boolean(),
    fc.constantFrom('a: b', '# c', "it's", 'two\nlines', ' x', ''),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.stringMatching(/^[a-z~/ ]{1,6}$/), tie('value'), { maxKeys: 4, noNullPrototype: true }),
}));
const object = document.filter((value) => isJsonObject(value) && Object.keys(value).length > 0);

describe('places in the text', () => {
  it('CP-01 every value and every key is found where it is written', () => {
    fc.assert(
      fc.property(
        fc.array(object, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: -1, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        (documents, flowLevel, indent) => {
          const text = documents
            .map((value) => `---\n${dump(value, { flowLevel, indent: indent + 1, noRefs: true })}`)
            .join('');
          const source = new SourceText('a.yaml', text);
          const parsed = parseSource(source);
          expect(parsed.diagnostics).toEqual([]);
          expect(parsed.documents.map(({ value }) => value)).toEqual(documents);
          const positions = new Positions();
          for (const yaml of parsed.documents) {
            for (const { pointer, value, key } of places(yaml.value)) {
              if (key !== undefined) expect(String(load(cut(text, positions.locate(yaml, pointer, 'key'))))).toBe(key);
              const written = cut(text, positions.locate(yaml, pointer, 'value'));
              // Block texts and block collections are shown by their first token.
              if (typeof value !== 'object' && !/^[|>]/.test(written)) expect(load(written)).toEqual(value);
            }
          }
        },
      ),
      { seed: 11, numRuns: 300 },
    );
  });

  it('what does not exist is shown by the nearest key above it', () => {
    const source = new SourceText('a.yaml', 'a:\n  b: 1\n');
    const [yaml] = parseSource(source).documents;
    if (yaml === undefined) throw new Error('the text has a document');
    const { start } = new Positions().locate(yaml, '/a/x/y', 'value');
    expect(start).toEqual({ line: 1, column: 1 });
  });

  it('turns offsets into lines and columns as editors count them', () => {
    const source = new SourceText('a.yaml', 'a\r\nb\rc\n\n🚀d');
    expect([0, 3, 5, 7, 8, 10].map((offset) => source.position(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 2, column: 1 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
      { line: 5, column: 1 },
      { line: 5, column: 3 },
    ]);
  });
});

interface Place {
  readonly pointer: string;
  readonly value: Json;
  readonly key?: string;
}

function places(value: Json, pointer = ''): readonly Place[] {
  const children: readonly (readonly [string | number, Json])[] = Array.isArray(value)
    ? [...value.entries()]
    : isJsonObject(value)
      ? Object.entries(value)
      : [];
  return children.flatMap(([key, child]) => {
    const at = childPointer(pointer, key);
    return [{ pointer: at, value: child, ...(typeof key === 'string' ? { key } : {}) }, ...places(child, at)];
  });
}

function cut(text: string, { start, end }: { readonly start: Position; readonly end: Position }): string {
  return text.slice(offsetOf(text, start), offsetOf(text, end));
}

function offsetOf(text: string, { line, column }: Position): number {
  let offset = 0;
  for (let current = 1; current < line; current++) offset = text.indexOf('\n', offset) + 1;
  return offset + column - 1;
}
