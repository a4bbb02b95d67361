// Clients and test data of the SDK for Java in a process of their own, which ends with the test. Usage:
//
//   const java = await startJavaFlags();
//   const client = await java.client({ secretKey, baseUrl: server.url });
//   await client.ready();
//   (await client.ask('checkout', { user: { key: 'ada' } }, false)).value
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { expect, onTestFinished } from 'vitest';
import { flagProgram } from './flag-programs.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What a call came to: its result, a refusal by the SDK, or something that should not have been thrown. */
interface Came {
  readonly result?: unknown;
  readonly refused?: string;
  readonly thrown?: string;
}

export async function startJavaFlags(): Promise<JavaFlags> {
  const java = new JavaFlags(spawn('java', await flagProgram('FlagDriver'), { stdio: ['pipe', 'pipe', 'inherit'] }));
  onTestFinished(() => java.end());
  return java;
}

export class JavaFlags {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #waiting = new Map<number, (came: Came) => void>();
  readonly #events: Fields[] = [];
  #last = 0;

  constructor(process: ChildProcess) {
    this.#process = process;
    this.#ended = new Promise((resolve) => process.on('close', resolve));
    if (process.stdout === null) throw new Error('the driver has no output');
    createInterface(process.stdout).on('line', (text) => this.#hear(JSON.parse(text)));
  }

  async call(name: string, fields: Fields = {}): Promise<Came> {
    this.#last += 1;
    const id = this.#last;
    const came = new Promise<Came>((resolve) => this.#waiting.set(id, resolve));
    this.#process.stdin?.write(`${JSON.stringify({ id, do: name, ...fields })}\n`);
    return came;
  }

  /** Fails where it was refused or something was thrown. */
  async result(name: string, fields: Fields = {}): Promise<unknown> {
    const came = await this.call(name, fields);
    if (!('result' in came)) throw new Error(came.refused ?? came.thrown);
    return came.result;
  }

  async client(options: Fields = {}, data?: number): Promise<JavaClient> {
    const number = Number(await this.result('client', { options, ...(data === undefined ? {} : { data }) }));
    return new JavaClient(this, number);
  }

  async data(from?: unknown): Promise<number> {
    return Number(await this.result('data', from === undefined ? {} : { from }));
  }

  /** Calls of test data, each a name and its arguments; those of a flag follow `['flag', key]`. */
  async set(data: number, ...calls: readonly (readonly unknown[])[]): Promise<void> {
    await this.result('set', { data, calls });
  }

  events(event: string, client: number): readonly Fields[] {
    return this.#events
      .filter((one) => one['event'] === event && one['client'] === client)
      .map(({ event: _event, client: _client, ...told }) => told);
  }

  async end(): Promise<void> {
    this.#process.stdin?.end();
    await this.#ended;
  }

  #hear(line: Fields): void {
    if ('event' in line) this.#events.push(line);
    else this.#waiting.get(Number(line['id']))?.(line);
  }
}

export class JavaClient {
  readonly #java: JavaFlags;
  readonly #client: number;

  constructor(java: JavaFlags, client: number) {
    this.#java = java;
    this.#client = client;
  }

  /** `as`: by which method; the type of the default unless it is said. */
  async ask(key: string, context: unknown, otherwise: unknown, as: string = typeof otherwise): Promise<Fields> {
    return (await this.#do('ask', { key, context, as, default: otherwise })) as Fields;
  }

  async value(key: string, context: unknown, otherwise: unknown): Promise<unknown> {
    return (await this.ask(key, context, otherwise))['value'];
  }

  all(context: unknown): Promise<unknown> {
    return this.#do('all', { context });
  }

  ready(milliseconds = 60_000): Promise<unknown> {
    return this.#do('ready', { milliseconds });
  }

  status(): Promise<unknown> {
    return this.#do('status');
  }

  ruleset(): Promise<unknown> {
    return this.#do('ruleset');
  }

  flush(): Promise<unknown> {
    return this.#do('flush');
  }

  close(): Promise<unknown> {
    return this.#do('close');
  }

  get statuses(): readonly Fields[] {
    return this.#java.events('status', this.#client);
  }

  get changes(): readonly Fields[] {
    return this.#java.events('change', this.#client);
  }

  get problems(): readonly unknown[] {
    return this.#java.events('problem', this.#client).map(({ problem }) => problem);
  }

  /** Resolves once the client is what it is to be, however often it was something else meanwhile. */
  async until(status: string): Promise<void> {
    await expect.poll(() => this.status()).toBe(status);
  }

  /** Resolves once the client has been it at some time after so many changes of its status. */
  async became(status: string, after = 0): Promise<void> {
    await expect.poll(() => this.statuses.slice(after).map((change) => change['status'])).toContain(status);
  }

  #do(name: string, fields: Fields = {}): Promise<unknown> {
    return this.#java.result(name, { client: this.#client, ...fields });
  }
}
