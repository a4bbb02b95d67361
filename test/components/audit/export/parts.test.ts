import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../../../src/components/audit/export/read-line.ts';
import { type Handling, Slices } from '../../../../src/components/audit/export/slices.ts';
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
          const size = sizes[round] ?? 1_000_001;
          if (size % 5 === 0) {
            // Broken off before its end, at times before anything of it was taken.
            const last = slice.first - 1 + (size % (slice.last - slice.first + 2));
            slices.brokeOffAt(last, 10_000 + (size % 60_000));
            next = last + 1;
          } else {
            slices.cameTo(size, size % 60_000);
          }
        }
        expect(next).toBe(first + length + 1);
      }),
      { numRuns: 50 },
    );
  });

  it('EC-05 grow short where entries are large or taken slowly, and long where hardly any is wanted', () => {
    const lengths = (
      bytesOf: (length: number) => number,
      tookOf = (_length: number): number => 0,
      handling: Handling = 'held',
    ): number => {
      const slices = new Slices({ first: 1, last: 100_000_000 }, handling);
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
    // What nobody holds is as long as time allows: 2 s at 100,000 a second.
    expect(
      lengths(
        (length) => length * 700,
        (length) => length / 100,
        'streamed',
      ),
    ).toBe(200_000);
    // By 100 kB a second, of which a statement must not wait for sixteen megabytes.
    expect(
      lengths(
        (length) => length * 700,
        (length) => length * 7,
      ),
    ).toBe(286);
  });

  it('EC-05 go on behind what was taken where one was broken off, and no faster than that was', () => {
    const slices = new Slices({ first: 1, last: 100_000 }, 'streamed');
    expect(slices.take()).toEqual({ first: 1, last: 2000 });
    slices.brokeOffAt(600, 12_000);
    expect(slices.take()).toEqual({ first: 601, last: 700 });
    // Nothing of it, and what an export came to before it.
    slices.brokeOffAt(600, 10_000);
    expect(slices.take()).toEqual({ first: 601, last: 700 });
    slices.brokeOffAt(0, 10_000);
    expect(slices.take()).toEqual({ first: 601, last: 700 });
  });
});

describe('whole lines', () => {
  it('are what came, cut at ends of lines, and no more of it is copied than the line that was cut', () => {
    const pieces = fc.array(fc.oneof(fc.constant('\n'), fc.string({ unit: 'binary' })));
    fc.assert(
      fc.property(pieces, fc.array(fc.integer({ min: 1, max: 40 })), (texts, cuts) => {
        const bytes = Buffer.from(`${texts.join('')}\n`);
        const whole = new WholeLines();
        const taken: Buffer[] = [];
        for (let at = 0, round = 0; at < bytes.length; round += 1) {
          const piece = bytes.subarray(at, at + (cuts[round] ?? 3));
          at += piece.length;
          const now = whole.take(piece);
          for (const lines of now) expect(lines.at(-1)).toBe(0x0a);
          for (const lines of now.slice(0, -1)) expect(lines.indexOf(0x0a)).toBe(lines.length - 1);
          for (const lines of now.slice(1)) expect(lines.buffer).toBe(bytes.buffer);
          expect(now.length).toBeLessThanOrEqual(2);
          taken.push(...now);
        }
        expect(Buffer.concat(taken)).toEqual(bytes);
      }),
    );
  });

  it('are not made of what was forgotten', () => {
    const whole = new WholeLines();
    expect(whole.take(Buffer.from('one\ntw')).map(String)).toEqual(['one\n']);
    whole.forget();
    expect(whole.take(Buffer.from('two\nthree\n')).map(String)).toEqual(['two\nthree\n']);
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
