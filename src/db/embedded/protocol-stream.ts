import { Duplex } from 'node:stream';

export interface ProtocolServer {
  /** Resolves when the server is up and its session holds nothing of an earlier connection. */
  connect(): Promise<void>;
  exchange(bytes: Uint8Array): Promise<Uint8Array>;
}

const TERMINATE = 'X'.charCodeAt(0);

/**
 * The socket `pg` believes it has. What it writes goes to the embedded database, whose answer is what it
 * reads: so both databases share one driver, and with it types, errors and behaviour.
 */
export class ProtocolStream extends Duplex {
  readonly #server: ProtocolServer;

  constructor(server: ProtocolServer) {
    super({ decodeStrings: true });
    this.#server = server;
  }

  /** Called by `pg` in place of a socket's. */
  connect(): this {
    this.#server.connect().then(
      () => this.emit('connect'),
      (error: Error) => this.destroy(error),
    );
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {
    // Answers are pushed as they come.
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    // A goodbye would make PostgreSQL end its process, which here is the whole database.
    if (chunk[0] === TERMINATE) {
      this.push(null);
      done();
      return;
    }
    this.#server.exchange(chunk).then(
      (answer) => {
        if (!this.destroyed) this.push(answer);
        done();
      },
      (error: Error) => done(error),
    );
  }

  /** `pg` writes the parts of one query in one go; they are one exchange. */
  override _writev(chunks: { chunk: Buffer; encoding: BufferEncoding }[], done: (error?: Error | null) => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'binary', done);
  }
}
