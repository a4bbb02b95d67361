import { readAttribute } from '../../evaluation/attribute-path.ts';
import type { Outcome } from '../../evaluation/contract.ts';
import { isSensitive } from '../../evaluation/is-sensitive.ts';
import { isObject, own } from '../../evaluation/read.ts';
import type { Sensitive } from './copy-context.ts';

/** Somebody was given a variation in an experiment. */
export interface Exposure {
  readonly flag: string;
  readonly variation: string;
  /** The attribute that was dealt: `user.key`. */
  readonly by: string;
  /** Its value. */
  readonly unit: string;
  readonly at: string;
}

/** Waiting to be sent. */
const most = 10_000;
/** Of those told already that are remembered: between this many and twice as many. */
const remembered = 25_000;

/** Attributes that a server takes; for one that it does not it would refuse a whole report. */
const told = /^[a-z][A-Za-z0-9_-]*(\.([^."\s=][^.\s=]*|"([^"\\]|\\["\\])+"))+$/;

/** Each unit of each flag is told once, and again if it is ever given another variation or the experiment begins anew. */
export class Exposures {
  readonly #now: () => number;
  #waiting: Exposure[] = [];
  #lately = new Set<string>();
  #before: ReadonlySet<string> = new Set();
  #starts: ReadonlyMap<string, unknown> = new Map();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** For an outcome that counts for an experiment. */
  add({ flag, unit: by, variant }: Outcome, context: unknown, sensitive: readonly Sensitive[]): void {
    if (by === undefined || variant === null || this.#waiting.length >= most) return;
    const unit = readUnit(context, by, sensitive);
    if (unit !== undefined) this.tell(flag, variant, by, unit);
  }

  /** Somebody was given a variation: `by` is what was dealt, and `unit` its value. */
  tell(flag: string, variant: string, by: string, unit: string): void {
    if (by.length > 256 || !told.test(by) || variant.length > 128 || this.#waiting.length >= most) return;
    const exposure = `${flag}\n${variant}\n${by}\n${unit}`;
    if (this.#lately.has(exposure) || this.#before.has(exposure)) return;
    this.#lately.add(exposure);
    if (this.#lately.size >= remembered) {
      this.#before = this.#lately;
      this.#lately = new Set();
    }
    this.#waiting.push({ flag, variation: variant, by, unit, at: new Date(this.#now()).toISOString() });
  }

  /** Of the flags that have an experiment now, the `start` it says. What was told of one that has another is told again. */
  begin(starts: ReadonlyMap<string, unknown>): void {
    const goesOn = (exposure: string): boolean => {
      const flag = exposure.slice(0, exposure.indexOf('\n'));
      return starts.has(flag) && this.#starts.has(flag) && starts.get(flag) === this.#starts.get(flag);
    };
    this.#lately = new Set([...this.#lately].filter(goesOn));
    this.#before = new Set([...this.#before].filter(goesOn));
    this.#starts = starts;
  }

  /** Forgets those of attributes that have become sensitive since. */
  withhold(sensitive: readonly Sensitive[]): void {
    this.#waiting = this.#waiting.filter(({ by }) => mayBeTold(by, sensitive));
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
const longestUnit = 1_000;

/** Undefined where it is not there, may not be told, or fails while it is read. */
function readUnit(context: unknown, attribute: string, sensitive: readonly Sensitive[]): string | undefined {
  try {
    if (!mayBeTold(attribute, sensitive)) return undefined;
    const { kind, path } = readAttribute(attribute);
    let value: unknown = context;
    for (const name of [kind, ...path]) value = isObject(value) ? own(value, name) : undefined;
    if (typeof value !== 'string' && typeof value !== 'boolean' && !Number.isFinite(value)) return undefined;
    const unit = String(value);
    return unit.length > longestUnit || unit === '' ? undefined : unit;
  } catch {
    return undefined;
  }
}

function mayBeTold(attribute: string, sensitive: readonly Sensitive[]): boolean {
  const path = readAttribute(attribute);
  return !sensitive.some((names) => isSensitive(names, path));
}
