import { DatabaseThread } from './database-thread.ts';
import type { WorkerSettings } from './messages.ts';
import { type ProtocolServer, ProtocolStream } from './protocol-stream.ts';

/** A simple query of the wire protocol. */
function queryMessage(text: string): Uint8Array {
  const body = Buffer.from(`${text}\0`);
  const message = Buffer.alloc(5 + body.length);
  message.write('Q');
  message.writeInt32BE(4 + body.length, 1);
  body.copy(message, 5);
  return message;
}

/** The embedded database as a server of one connection, started anew when its thread has ended. */
export class EmbeddedServer implements ProtocolServer {
  readonly #settings: WorkerSettings;
  #thread: DatabaseThread;
  #statementTimeout: number | undefined;
  #starting: Promise<void> | undefined;
  #closed = false;

  private constructor(settings: WorkerSettings, thread: DatabaseThread) {
    this.#settings = settings;
    this.#thread = thread;
  }

  static async start(settings: WorkerSettings): Promise<EmbeddedServer> {
    return new EmbeddedServer(settings, await DatabaseThread.start(settings));
  }

  /** From now on; until then they may take as long as they need, as migrations do. */
  limitStatements(milliseconds: number): void {
    this.#statementTimeout = milliseconds;
  }

  stream(): ProtocolStream {
    return new ProtocolStream(this);
  }

  async connect(): Promise<void> {
    if (this.#thread.ended) return this.#startAnew();
    // There is one session for all connections, and an earlier one may have left a transaction open.
    await this.exchange(queryMessage('ROLLBACK'));
    await this.exchange(queryMessage('DISCARD ALL'));
  }

  exchange(bytes: Uint8Array): Promise<Uint8Array> {
    return this.#thread.exchange(bytes, this.#statementTimeout);
  }

  /** A running query counts as life: it has its own time limit, and waiting for it would fail health checks under load. */
  async ping(): Promise<void> {
    if (this.#thread.ended) await this.#startAnew();
    else if (!this.#thread.busy) await this.#thread.ping();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#starting?.catch(() => undefined);
    await this.#thread.close();
  }

  /** Once for all who ask meanwhile: two threads on one directory would lose committed rows. */
  #startAnew(): Promise<void> {
    this.#starting ??= this.#replaceThread().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  /** Never after a close: the directory may be another process's by then. Nor before the old thread is gone. */
  async #replaceThread(): Promise<void> {
    await this.#thread.terminate();
    if (this.#closed) throw new Error('it is closed');
    this.#thread = await DatabaseThread.start(this.#settings);
  }
}
