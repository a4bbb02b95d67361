import { Worker } from 'node:worker_threads';
import { workerFile } from '../package-files.ts';
import { DatabaseProblem } from '../problem.ts';
import { compileWasmOnce } from './compile-wasm-once.ts';
import { keepWasmCode } from './keep-wasm-code.ts';
import type { WorkerReply, WorkerRequest, WorkerSettings } from './messages.ts';

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** What PostgreSQL itself says of a statement that ran out of time, so that both databases give one code. */
class StatementTimeout extends Error {
  readonly code = '57014';

  constructor(milliseconds: number) {
    super(`canceling statement due to statement timeout (${milliseconds} ms)`);
  }
}

/**
 * The main thread's hold on the thread in which PGlite runs. Requests are answered in their order. The
 * process is kept alive only while one is under way: one who forgets to close the database can still end.
 */
export class DatabaseThread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #ended: Error | undefined;

  private constructor(settings: WorkerSettings) {
    keepWasmCode();
    compileWasmOnce();
    this.#worker = new Worker(workerFile(), { workerData: settings, name: 'dream-embedded-database' });
    this.#worker.on('message', (reply: WorkerReply) => this.#settle(reply));
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(new Error('The embedded database has ended.')));
  }

  /** Resolves when the database in it is ready. */
  static async start(settings: WorkerSettings): Promise<DatabaseThread> {
    const thread = new DatabaseThread(settings);
    try {
      await new Promise<Uint8Array>((resolve, reject) => {
        thread.#waiting.push({ resolve, reject });
      });
    } catch (error) {
      await thread.terminate();
      throw new DatabaseProblem(
        'db/embedded-failed',
        `The embedded database in ${settings.dataDirectory} does not start: ${error instanceof Error ? error.message : String(error)}.`,
        {
          hint: 'Move the directory away to start afresh, or restore it from a copy.',
          cause: error,
        },
      );
    }
    return thread;
  }

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  get busy(): boolean {
    return this.#waiting.length > 0;
  }

  /**
   * Sends whole protocol messages and gives back PostgreSQL's answer to them. PGlite knows no statement
   * timeout: a request that takes longer than `timeout` milliseconds costs the thread its life, which loses
   * no committed row, and every request in it rejects.
   */
  async exchange(bytes: Uint8Array, timeout: number | undefined): Promise<Uint8Array> {
    const timer = timeout === undefined ? undefined : setTimeout(() => this.#cutOff(timeout), timeout);
    try {
      return await this.#request({ type: 'protocol', bytes });
    } finally {
      clearTimeout(timer);
    }
  }

  async ping(): Promise<void> {
    await this.#request({ type: 'ping' });
  }

  /** Lets PostgreSQL write its checkpoint, then ends the thread. */
  async close(): Promise<void> {
    if (this.#ended === undefined) await this.#request({ type: 'close' }).catch(() => undefined);
    await this.terminate();
  }

  /** Resolves when the thread is gone, and with it its hold on the files; it may be called again to wait for that. */
  async terminate(): Promise<void> {
    this.#end(new Error('The embedded database has been closed.'));
    await this.#worker.terminate();
  }

  #request(request: WorkerRequest): Promise<Uint8Array> {
    if (this.#ended !== undefined) return Promise.reject(this.#ended);
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(request);
    });
  }

  #settle(reply: WorkerReply): void {
    if (reply.type === 'failed') {
      this.#end(new Error(reply.message));
      void this.#worker.terminate();
      return;
    }
    this.#waiting.shift()?.resolve(reply.bytes);
    if (this.#waiting.length === 0) this.#worker.unref();
  }

  #cutOff(timeout: number): void {
    this.#end(new StatementTimeout(timeout));
    void this.#worker.terminate();
  }

  #end(error: Error): void {
    this.#ended ??= error;
    for (const waiting of this.#waiting.splice(0)) waiting.reject(this.#ended);
  }
}
