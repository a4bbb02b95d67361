import { type ChildProcess, spawn } from 'node:child_process';
import type { Outcome } from './behaviour-case.ts';
import { isObject } from './json-object.ts';

/** What one case may take; a retry that never ends would wait for ever otherwise. */
const patience = 30_000;

/** The driver of a language at work: one line in, one line out. */
export class DriverProcess {
  readonly #process: ChildProcess;
  readonly #ended: Promise<undefined>;
  #output = '';
  #complaints = '';
  #came: () => void = () => undefined;

  constructor([program = '', ...parameters]: readonly string[], environment: Readonly<Record<string, string>>) {
    // What whoever runs the tests has set for a client of their own is none of the case's.
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('DREAM_'));
    const env = { ...Object.fromEntries(inherited), ...environment };
    const { stdin, stdout, stderr } = (this.#process = spawn(program, parameters, { env, stdio: 'pipe' }));
    this.#ended = new Promise((resolve) => {
      this.#process.on('close', () => resolve(undefined));
      this.#process.on('error', (error) => {
        this.#complain(error.message);
        resolve(undefined);
      });
    });
    // A driver that has ended is noticed by the line that does not come.
    stdin.on('error', () => undefined);
    stderr.setEncoding('utf8').on('data', (text: string) => this.#complain(text));
    stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#output += text;
      this.#came();
    });
  }

  /** What the driver makes of a case. */
  async run(id: string, line: string): Promise<Outcome> {
    const impatience = setTimeout(() => {
      this.#complain(`${id} took more than ${patience} ms\n`);
      this.#process.kill('SIGKILL');
    }, patience);
    this.#process.stdin?.write(`${line}\n`);
    const answer = await Promise.race([this.#line(), this.#ended]);
    clearTimeout(impatience);
    if (answer === undefined) throw new Error(`the driver ended at ${id}:\n${this.#complaints}`);
    const outcome: unknown = JSON.parse(answer);
    if (!isOutcome(outcome, id)) throw new Error(`no outcome of ${id}: ${answer}`);
    return outcome;
  }

  async end(): Promise<void> {
    this.#process.stdin?.end();
    await this.#ended;
  }

  /** Up to a line feed and nothing else: JSON may hold what some take for an end of a line. */
  async #line(): Promise<string> {
    let end = this.#output.indexOf('\n');
    while (end === -1) {
      await new Promise<void>((resolve) => {
        this.#came = resolve;
      });
      end = this.#output.indexOf('\n');
    }
    const line = this.#output.slice(0, end);
    this.#output = this.#output.slice(end + 1);
    return line;
  }

  #complain(text: string): void {
    this.#complaints = (this.#complaints + text).slice(-8_000);
  }
}

function isOutcome(value: unknown, id: string): value is Outcome {
  if (!isObject(value) || value['id'] !== id) return false;
  return isObject(value['refused']) || Array.isArray(value['outcomes']);
}
