import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventReader, type ServerEvent } from '../../../../src/components/features/client/updates/event-reader.ts';
import { waitAfter } from '../../../../src/components/features/client/updates/waiting.ts';
import { longRun } from '../../../support/long-run.ts';

const runs = longRun ? 20_000 : 500;

function newReader(): EventReader {
  return new EventReader(new TextDecoder('utf-8', { ignoreBOM: true }));
}

function readAll(bytes: Uint8Array, cuts: readonly number[] = []): readonly ServerEvent[] {
  const reader = newReader();
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).toSorted((a, b) => a - b), bytes.length];
  return places.slice(1).flatMap((end, index) => reader.read(bytes.subarray(places[index], end)));
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): readonly ServerEvent[] => readAll(bytesOf(text));
const message = (data: string, id = ''): ServerEvent => ({ type: 'message', data, id });

describe('SD-05 events are read as the standard says', () => {
  it.each([
    [
      'lines end in any of three ways',
      'data: a\n\ndata: b\r\rdata: c\r\n\r\n',
      [message('a'), message('b'), message('c')],
    ],
    ['data of several lines is joined', 'data: a\ndata:\ndata:  b\n\n', [message('a\n\n b')]],
    ['a mark at the beginning is no part of the name', '\uFEFFdata: a\n\n', [message('a')]],
    ['one further on is', 'data: a\n\n\uFEFFdata: b\n\n', [message('a')]],
    ['comments and unknown fields are passed over', ':\n: x\nfoo: bar\nfoo\ndata: a\n\n', [message('a')]],
    ['a field without a colon is empty', 'data\n\ndata\ndata\n\n', [message(''), message('\n')]],
    ['an event without data is none, and forgets its type', 'event: put\n\ndata: a\n\n', [message('a')]],
    [
      'an id lasts until there is another',
      'id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n',
      [message('a', '1'), message('b', '1'), message('c')],
    ],
    [
      'an id with a zero in it is none',
      'id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n',
      [message('a', '1'), message('b', '1')],
    ],
    ['what is not ended is not told', 'data: a\n\ndata: b\n', [message('a')]],
    ['the type is the last one', 'event: x\nevent: put\ndata: a\n\n', [{ type: 'put', data: 'a', id: '' }]],
  ])('%s', (_, text, events) => {
    expect(read(text)).toEqual(events);
  });

  it('a wait is digits and nothing else', () => {
    const reader = newReader();
    reader.read(bytesOf('retry: 1500\n\nretry: 2s\n\nretry:\n\n'));
    expect(reader.retry).toBe(1500);
  });

  it('wherever the bytes are cut, the events are the same', () => {
    const piece = fc.constantFrom(
      'data',
      'event',
      'id',
      'retry',
      ':',
      ': ',
      ' ',
      '\n',
      '\r',
      '\r\n',
      '\n\n',
      'é',
      '😀',
      '\uFEFF',
      '\0',
      'x',
      '7',
    );
    const cuts = fc.array(fc.nat(400), { maxLength: 40 });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), cuts, (pieces, places) => {
        const bytes = bytesOf(pieces.join(''));
        expect(readAll(bytes, places)).toEqual(readAll(bytes));
      }),
      { numRuns: runs },
    );
  });

  it('what is written is what is read, in every kind of line', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 }).map((one) => one.replaceAll(/[\r\n\0]/gu, ''));
    const written = fc.record({
      type: text,
      id: text,
      lines: fc.array(text, { minLength: 1, maxLength: 4 }),
      end: fc.constantFrom('\n', '\r', '\r\n'),
    });
    fc.assert(
      fc.property(fc.array(written, { maxLength: 6 }), fc.array(fc.nat(500), { maxLength: 30 }), (events, places) => {
        const body = events.map(({ end, id, lines, type }) =>
          [`event: ${type}`, `id: ${id}`, ...lines.map((line) => `data: ${line}`), '', ''].join(end),
        );
        // A carriage return that ends one event and a line feed that begins the next would be one end of a line.
        expect(readAll(bytesOf(body.join(':\n')), places)).toEqual(
          events.map(({ id, lines, type }) => ({ type: type === '' ? 'message' : type, id, data: lines.join('\n') })),
        );
      }),
      { numRuns: runs },
    );
  });

  it('bytes that are no text are read as such, and harm nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        readAll(bytes);
      }),
      { numRuns: runs },
    );
  });
});

describe('SD-05 waits between attempts', () => {
  const waiting = { first: 1_000, longest: 120_000 };

  it('are doubled, spread over half of themselves, and never longer than the longest', () => {
    expect([1, 2, 3, 7, 8, 1_000].map((failures) => waitAfter(failures, waiting, () => 0, undefined))).toEqual([
      500, 1_000, 2_000, 32_000, 60_000, 60_000,
    ]);
    expect(waitAfter(2, waiting, () => 0.5, undefined)).toBe(1_500);
  });

  it('are as long as the server asks for, up to the longest', () => {
    expect([30_000, 10, 9_999_999].map((asked) => waitAfter(1, waiting, () => 0, asked))).toEqual([
      30_000, 500, 120_000,
    ]);
  });
});
