import type { Duplex } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';
import pg from 'pg';
import { CopyData } from './copy-data.ts';
import type { SendBytes } from './contract.ts';

/**
 * Bytes that PostgreSQL sends at a time, and milliseconds in which more of them gather. Where no more is read than it sends
 * at a time, this process, PostgreSQL and whoever reads in the end wake each other for each piece of it.
 */
const [sentAtOnce, gathering] = [8192, 1];

type Listener = (bytes: Buffer) => void;

/**
 * COPY … TO STDOUT, as something that `pg` sends. Until PostgreSQL has come to its end, what the connection receives comes
 * here first: the rows go to whoever takes them, one piece after the other and no faster, and everything else to `pg`.
 */
export class CopyOut implements pg.Submittable {
  readonly text: string;
  /** Of PostgreSQL's answer, once the last row was taken. */
  readonly ended: Promise<{ readonly rows: number }>;
  readonly #send: SendBytes;
  readonly #data = new CopyData();
  #resolve: (answer: { readonly rows: number }) => void = () => undefined;
  #reject: (problem: unknown) => void = () => undefined;
  #taken: Promise<void> = Promise.resolve();
  #refused: { readonly problem: unknown } | undefined;
  #giveBack: () => void = () => undefined;
  #rows = 0;

  constructor(text: string, send: SendBytes) {
    this.text = text;
    this.#send = send;
    this.ended = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  /** Called by `pg`, as are those that follow. */
  submit(connection: pg.Connection): void {
    const { stream } = connection;
    const [listener, ...others] = stream.listeners('data') as Listener[];
    if (listener === undefined || others.length > 0) throw new RangeError('the connection is read by somebody else');
    const receive = (bytes: Buffer): void => {
      this.#take(this.#data.take(bytes, listener), stream);
      // The connection was given back amid this piece, which may end amid the head of what comes next.
      if (!stream.listeners('data').includes(receive)) listener(this.#data.giveBack());
    };
    stream.off('data', listener).on('data', receive);
    this.#giveBack = () => {
      stream.off('data', receive).on('data', listener);
      this.#giveBack = () => undefined;
    };
    connection.query(this.text);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#rows = Number(/^COPY (\d+)$/.exec(text)?.[1]);
  }

  handleReadyForQuery(): void {
    this.#giveBack();
    this.#settle(() => {
      if (this.#refused === undefined) this.#resolve({ rows: this.#rows });
      else this.#reject(this.#refused.problem);
    });
  }

  handleError(problem: unknown): void {
    // That was PostgreSQL's last word of it. Where only `pg` waits no longer, rows still come, which it could not read.
    if (problem instanceof pg.DatabaseError) this.#giveBack();
    else this.#refused ??= { problem };
    this.#settle(() => this.#reject(problem));
  }

  /** PostgreSQL's end comes to `pg` before the rows of the same piece come to whoever takes them, a moment later. */
  #settle(end: () => void): void {
    queueMicrotask(() => void this.#taken.then(end));
  }

  /** Whoever does not want more of it does not take the connection along: PostgreSQL has to finish its sentence. */
  #take(rows: Buffer, stream: Duplex): void {
    if (rows.length === 0 || this.#refused !== undefined) return;
    stream.pause();
    this.#taken = this.#send(rows)
      .then(() => letGather(rows, stream))
      .catch((problem: unknown) => {
        this.#refused = { problem };
      })
      .then(() => void stream.resume());
  }
}

async function letGather(rows: Buffer, stream: Duplex): Promise<void> {
  // What is encrypted comes in pieces as small whatever has gathered, and to wait between them would halve its speed.
  if (rows.length <= sentAtOnce && !(stream instanceof TLSSocket)) await sleep(gathering);
}
