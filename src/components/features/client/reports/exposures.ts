import type { Outcome } from '../../evaluation/contract.ts';
import { isObject, own } from '../../evaluation/read.ts';
import type { Sensitive } from './copy-context.ts';

/** Somebody was given a variation in an experiment. */
export interface Exposure {
  readonly flag: string;
  readonly variation: string;
  /** What was dealt, with its attribute before it: `user.key=ada`. */
  readonly unit: string;
  readonly at: string;
}

/** Waiting to be sent. */
const most = 10_000;
/** Of those told already that are remembered: between this many and twice as many. */
const remembered = 25_000;

/** Each unit of each flag is told once, and again if it is ever given another variation. */
export class Exposures {
  readonly #now: () => number;
  #waiting: Exposure[] = [];
  #lately = new Set<string>();
  #before: ReadonlySet<string> = new Set();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** For an outcome that counts for an experiment. */
  add({ flag, unit: attribute, variant }: Outcome, context: unknown, sensitive: readonly Sensitive[]): void {
    if (attribute === undefined || variant === null || this.#waiting.length >= most) return;
    const unit = readUnit(context, attribute, sensitive);
    if (unit === undefined) return;
    const told = `${flag}\n${variant}\n${unit}`;
    if (this.#lately.has(told) || this.#before.has(told)) return;
    this.#lately.add(told);
    if (this.#lately.size >= remembered) {
      this.#before = this.#lately;
      this.#lately = new Set();
    }
    this.#waiting.push({ flag, variation: variant, unit, at: new Date(this.#now()).toISOString() });
  }

  /** At most so many, the oldest first. */
  take(count: number): readonly Exposure[] {
    return this.#waiting.splice(0, count);
  }

  putBack(exposures: readonly Exposure[]): void {
    this.#waiting = [...exposures, ...this.#waiting].slice(0, most);
  }
}

/** Longer than any key; a server takes no longer one. */
const longestUnit = 512;

/** Undefined where it is not there, may not be told, or fails while it is read. */
function readUnit(context: unknown, attribute: string, sensitive: readonly Sensitive[]): string | undefined {
  try {
    const [kind = '', ...path] = attribute.split('.');
    if (sensitive.some((names) => Object.hasOwn(names, kind) && names[kind]?.includes(path[0] ?? ''))) return undefined;
    let value: unknown = context;
    for (const name of [kind, ...path]) value = isObject(value) ? own(value, name) : undefined;
    if (typeof value !== 'string' && typeof value !== 'boolean' && !Number.isFinite(value)) return undefined;
    const unit = `${attribute}=${String(value)}`;
    return unit.length > longestUnit || value === '' ? undefined : unit;
  } catch {
    return undefined;
  }
}
