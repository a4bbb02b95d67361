import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineHeads } from '../../../../src/components/audit/export/line-heads.ts';
import { lineHead } from '../../../../src/components/audit/export/line-place.ts';
import { readLine } from '../../../../src/components/audit/export/read-line.ts';
import { Slices } from '../../../../src/components/audit/export/slices.ts';
import { WholeLines } from '../../../../src/components/audit/export/whole-lines.ts';
import { WrittenText } from '../../../../src/components/audit/export/written-text.ts';
import { ndjsonLine } from '../../../../src/components/audit/formats/ndjson.ts';
import { sealedEntry } from '../hostile-entries.ts';

describe('the slices of a range', () => {
  it('EC-05 cover it without a gap or an overlap, whatever each came to', () => {
    fc.assert(
      fc.property(fc.nat(3_000_000), fc.integer({ min: 1 }), fc.array(fc.nat(100_000_000)), (length, first, sizes) => {
        const slices = new Slices({ first, last: first + length }, 'streamed');
        let next = first;
        for (let round = 0; ; round += 1) {
          const slice = slices.take();
          if (slice === undefined) break;
          expect(slice.first).toBe(next);
          expect(slice.last).toBeGreaterThanOrEqual(slice.first);
          next = slice.last + 1;
          slices.cameTo(sizes[round] ?? 1_000_000, (sizes[round] ?? 0) % 60_000);
        }
        expect(next).toBe(first + length + 1);
      }),
      { numRuns: 50 },
    );
  });

  it('EC-05 grow short where entries are large or taken slowly, and long where hardly any is wanted', () => {
    const lengths = (bytesOf: (length: number) => number, tookOf = (_length: number): number => 0): number => {
      const slices = new Slices({ first: 1, last: 100_000_000 }, 'streamed');
      let length = 0;
      for (let round = 0; round < 12; round += 1) {
        const slice = slices.take();
        length = slice === undefined ? 0 : slice.last - slice.first + 1;
        slices.cameTo(bytesOf(length), tookOf(length));
      }
      return length;
    };
    expect(lengths((length) => length * 700)).toBe(23967);
    expect(lengths((length) => length * 65_536)).toBe(256);
    expect(lengths(() => 0)).toBe(500_000);
    // By 100 kB a second, of which a statement must not wait for sixteen megabytes.
    expect(
      lengths(
        (length) => length * 700,
        (length) => length * 7,
      ),
    ).toBe(286);
  });
});

describe('whole lines', () => {
  it('are what came, cut at ends of lines, however it was cut before', () => {
    const pieces = fc.array(fc.oneof(fc.constant('\n'), fc.string({ unit: 'binary' })));
    fc.assert(
      fc.property(pieces, fc.array(fc.integer({ min: 1, max: 7 })), (texts, cuts) => {
        const bytes = Buffer.from(`${texts.join('')}\n`);
        const whole = new WholeLines();
        const taken: Uint8Array[] = [];
        for (let at = 0, round = 0; at < bytes.length; round += 1) {
          const length = cuts[round] ?? 3;
          const lines = whole.take(bytes.subarray(at, at + length));
          at += length;
          if (lines === undefined) continue;
          expect(lines.at(-1)).toBe(0x0a);
          taken.push(lines);
        }
        expect(Buffer.concat(taken)).toEqual(bytes);
      }),
    );
  });
});

describe('written text', () => {
  it('is all of it as UTF-8, however much was thought to come', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme', minLength: 5, maxLength: 60 }));
    fc.assert(
      fc.property(fc.array(text), fc.integer({ min: 0, max: 300 }), (texts, size) => {
        const written = new WrittenText(size);
        for (const one of texts) written.add(one);
        expect(Buffer.concat(written.pieces()).toString()).toBe(texts.join(''));
      }),
    );
  });

  it('is one piece where it comes to no more', () => {
    const written = new WrittenText(30);
    for (const one of ['0123456789', 'abcdefghij', 'äöüßé']) written.add(one);
    expect(written.pieces().map((piece) => piece.toString())).toEqual(['0123456789abcdefghijäöüßé']);
  });
});

describe('the heads of lines', () => {
  it('are read in the same way however the lines are cut', () => {
    fc.assert(
      fc.property(
        fc.array(sealedEntry, { minLength: 1, maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 400 })),
        (entries, cuts) => {
          const bytes = Buffer.from(entries.map((entry) => `${ndjsonLine(entry)}\n`).join(''));
          const heads = new LineHeads();
          const found: { readonly sequence: number; readonly hash: string }[] = [];
          for (let at = 0, round = 0; at < bytes.length; round += 1) {
            const length = cuts[round] ?? 111;
            heads.take(bytes.subarray(at, at + length), (head, from) => found.push(lineHead(head, from)));
            at += length;
          }
          expect(found).toEqual(entries.map(({ hash, sequence }) => ({ sequence, hash })));
        },
      ),
    );
  });
});

describe('the line of an entry', () => {
  it('gives the entry back', () => {
    fc.assert(
      fc.property(sealedEntry, (entry) => {
        const line = ndjsonLine(entry);
        const lines = Buffer.from(`{}\n${line}\n${line}\n`);
        const [from, to] = [3, 3 + Buffer.byteLength(line)];
        expect(readLine(lines, from, to)).toEqual(entry);
        expect(lines.toString('utf8', from, to)).toBe(line);
      }),
    );
    const line = Buffer.from('{"manifest":{}}\n');
    expect(() => readLine(line, 0, line.length - 1)).toThrow('no line of an entry');
  });
});
