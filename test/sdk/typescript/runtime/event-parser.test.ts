import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventParser } from '../../../../templates/sdk/typescript/src/core/event-parser.ts';
import type { ServerSentEvent } from '../../../../templates/sdk/typescript/src/core/event-stream.ts';

interface Read {
  readonly events: readonly ServerSentEvent[];
  readonly lastEventId: string;
  readonly reconnectAfter: number | undefined;
}

function read(pieces: readonly Uint8Array[], lastEventId?: string): Read {
  const parser = new EventParser(lastEventId);
  const events = pieces.flatMap((piece) => [...parser.read(piece)]);
  return { events, lastEventId: parser.lastEventId, reconnectAfter: parser.reconnectAfter };
}

function readText(text: string): Read {
  return read([new TextEncoder().encode(text)]);
}

const message = { id: undefined, event: 'message', retry: undefined };

test.each<[what: string, text: string, events: readonly ServerSentEvent[]]>([
  [
    'line ends of every kind',
    'data: a\r\rdata: b\n\ndata: c\r\n\r\n',
    ['a', 'b', 'c'].map((data) => ({ ...message, data })),
  ],
  ['a byte order mark', '\ufeffdata: a\n\n', [{ ...message, data: 'a' }]],
  ['a byte order mark further on, which is part of a name', '\ufeff\ufeffdata: a\n\n', []],
  ['data over several lines', 'data: a\ndata:b\ndata\ndata:  c\n\n', [{ ...message, data: 'a\nb\n\n c' }]],
  ['comments and fields that nobody knows', ': hello\nother: 1\n:\ndata: a\n\n', [{ ...message, data: 'a' }]],
  [
    'names and ids, which stay',
    'event: made\nid: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n',
    [
      { ...message, event: 'made', id: '1', data: 'a' },
      { ...message, id: '1', data: 'b' },
      { ...message, data: 'c' },
    ],
  ],
  [
    'an id with NUL, which is none',
    'id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n',
    [
      { ...message, id: '1', data: 'a' },
      { ...message, id: '1', data: 'b' },
    ],
  ],
  ['a name without data, which is no event', 'event: made\n\ndata: a\n\n', [{ ...message, data: 'a' }]],
  [
    'empty data, which is one',
    'data\n\ndata:\n\n',
    [
      { ...message, data: '' },
      { ...message, data: '' },
    ],
  ],
  ['colons in values', 'data:{"a":1}\n\n', [{ ...message, data: '{"a":1}' }]],
  [
    'a time to come back',
    'retry: 20\ndata: a\n\nretry: 1x\ndata: b\n\n',
    [
      { ...message, data: 'a', retry: 20 },
      { ...message, data: 'b' },
    ],
  ],
  ['an unfinished event, which never happened', 'data: a\n\ndata: b\n', [{ ...message, data: 'a' }]],
])('%s', (_, text, events) => {
  expect(readText(text).events).toEqual(events);
});

test('the place to go on from is that of the last event that was whole, even one without data', () => {
  expect(readText('id: 1\ndata: a\n\nid: 2\n\nid: 3\ndata: b\n')).toMatchObject({
    lastEventId: '2',
    events: [{ data: 'a' }],
  });
  expect(read([], '7').lastEventId).toBe('7');
});

test('a time to come back holds as soon as its line is whole', () => {
  expect(readText('retry: 30\n').reconnectAfter).toBe(30);
});

test('an event is there with the first half of its line end, and its second half ends no other', () => {
  const encoder = new TextEncoder();
  const parser = new EventParser();
  const counts = ['data: a\r\n\r', '', '\ndata: b\r', '\n\r\n'].map(
    (text) => [...parser.read(encoder.encode(text))].length,
  );
  expect(counts).toEqual([1, 0, 0, 1]);
});

test('however the bytes are cut into pieces, the same is read', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '',
      '',
      'data',
      'data: é😀',
      'data:  x',
      'id: 1',
      'id: 2\0',
      'event: made',
      'retry: 5',
      ': no',
      '\ufeffdata: z',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\r', '\r\n')), { maxLength: 20 })
    .map((lines) => lines.flat().join(''));
  fc.assert(
    fc.property(text, fc.array(fc.nat(200), { maxLength: 12 }), (stream, places) => {
      const bytes = new TextEncoder().encode(stream);
      const cuts = [0, ...places.filter((at) => at <= bytes.length).toSorted((a, b) => a - b), bytes.length];
      const pieces = cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end));
      expect(read(pieces)).toEqual(readText(stream));
    }),
  );
});
