import { Duplex } from 'node:stream';
import pg from 'pg';
import { expect, it } from 'vitest';
import { CopyOut } from '../../src/db/copy-out.ts';
import { message } from './wire-message.ts';

const ready = (status: 'E' | 'I' | 'T'): Buffer => message('Z', Buffer.from(status));
const complete = (tag: string): Buffer => message('C', Buffer.from(`${tag}\0`));
const row = (text: string): Buffer => message('d', Buffer.from(text));
/** Text, no columns. */
const begun = message('H', Buffer.from([0, 0, 0]));
const failed = message('E', Buffer.from('SERROR\0VERROR\0C22012\0Mdivision by zero\0\0'));

/** As PostgreSQL answers COPY when the third row cannot be made, and when all of them can. */
const brokenOff = Buffer.concat([begun, row('one\n'), row('two\n'), failed, ready('E')]);
const whole = Buffer.concat([
  begun,
  row('one\n'),
  row('two\n'),
  message('c', Buffer.alloc(0)),
  complete('COPY 2'),
  ready('T'),
]);

/** What `pg` has for a socket: answers each query by the pieces that the test has put down. */
class Answering extends Duplex {
  pieces: readonly Buffer[] = [];
  #isStarted = false;

  connect(): void {
    queueMicrotask(() => this.emit('connect'));
  }

  setNoDelay(): void {
    // There is no delay.
  }

  override _read(): void {
    // Answers are pushed.
  }

  override _write(_query: Buffer, _encoding: BufferEncoding, done: () => void): void {
    if (!this.#isStarted) this.pieces = [Buffer.concat([message('R', Buffer.alloc(4)), ready('I')])];
    this.#isStarted = true;
    // Each is a piece of its own, as one that is read from a socket, and comes at another moment.
    const send = ([piece, ...others]: readonly Buffer[]): void => {
      if (piece === undefined) return;
      this.push(Buffer.from(piece));
      setImmediate(() => send(others));
    };
    send(this.pieces);
    done();
  }
}

async function connected(): Promise<{ readonly client: pg.Client; readonly stream: Answering }> {
  const stream = new Answering();
  // `pg` asks of it what is above, and no more.
  const client = new pg.Client({
    user: 'u',
    database: 'd',
    stream: (() => stream) as unknown as NonNullable<pg.ClientConfig['stream']>,
  });
  await client.connect();
  return { client, stream };
}

function* cutInTwo(bytes: Buffer): Generator<readonly Buffer[]> {
  for (let at = 1; at < bytes.length; at += 1) yield [bytes.subarray(0, at), bytes.subarray(at)];
}

const inBytes = (bytes: Buffer): readonly Buffer[] => [...bytes].map((byte) => Buffer.from([byte]));

for (const [name, answer, status, outcome] of [
  ['that breaks off', brokenOff, 'E', 'division by zero'],
  ['that comes to its end', whole, 'T', 2],
] as const) {
  it(`leaves the connection as it was behind an answer ${name}, wherever it was cut`, async () => {
    const { client, stream } = await connected();
    for (const pieces of [[answer], inBytes(answer), ...cutInTwo(answer)]) {
      stream.pieces = pieces;
      const received: Buffer[] = [];
      const copying = new CopyOut('COPY', async (bytes) => void received.push(Buffer.from(bytes)));
      client.query(copying);
      const ended = await copying.ended.then(
        ({ rows }) => rows,
        (problem: Error) => problem.message,
      );
      // Its very end may come after the error.
      for (let round = 0; round < 10; round += 1) await new Promise((resolve) => setImmediate(resolve));
      expect([ended, Buffer.concat(received).toString(), client.getTransactionStatus()]).toEqual([
        outcome,
        'one\ntwo\n',
        status,
      ]);
      stream.pieces = [complete('ROLLBACK'), ready('I')];
      await client.query('ROLLBACK');
      expect(client.getTransactionStatus()).toBe('I');
      expect(stream.listenerCount('data')).toBe(1);
    }
  });
}

it('keeps rows from `pg` that come when it waits for them no longer, and from whoever took them', async () => {
  const { client, stream } = await connected();
  stream.pieces = [
    begun,
    row('one\n'),
    row('two\n'),
    message('c', Buffer.alloc(0)),
    Buffer.concat([complete('COPY 2'), ready('T')]),
  ];
  const received: string[] = [];
  const copying = new CopyOut('COPY', async (bytes) => {
    received.push(Buffer.from(bytes).toString());
    copying.handleError(new Error('Query read timeout'));
  });
  client.query(copying);
  await expect(copying.ended).rejects.toThrow('Query read timeout');
  await expect.poll(() => client.getTransactionStatus()).toBe('T');
  stream.pieces = [complete('ROLLBACK'), ready('I')];
  await client.query('ROLLBACK');
  expect([received, stream.listenerCount('data')]).toEqual([['one\n'], 1]);
});
