/** Milliseconds that nothing is waited for longer: a day. Timers of every runtime end at once when they are set for much more. */
const longest = 86_400_000;

/**
 * Options as a program gave them. Programs without types give anything: to read one never throws, and what cannot be used is
 * told, and taken as not given.
 */
export class Given<Options extends object> {
  readonly #options: Options | null | undefined;
  readonly tell: (problem: string) => void;
  /** `timing.` of options within options. */
  readonly #path: string;

  constructor(options: Options | null | undefined, tell: (problem: string) => void, path = '') {
    this.#options = options;
    this.tell = tell;
    this.#path = path;
  }

  /** One that throws when it is read counts as not given. */
  field<Name extends keyof Options & string>(name: Name): Options[Name] | undefined {
    try {
      return this.#options?.[name];
    } catch {
      return undefined;
    }
  }

  refuse(name: keyof Options & string, problem: string): void {
    this.tell(`\`${this.#path}${name}\` ${problem}`);
  }

  /** Options within these. */
  part<Name extends keyof Options & string>(name: Name): Given<Extract<NonNullable<Options[Name]>, object>> {
    const value: unknown = this.field(name);
    if (value !== undefined && (typeof value !== 'object' || value === null)) {
      this.refuse(name, 'is no object: what is usual holds');
    }
    const options = this.field(name);
    return new Given(isOptions(options) ? options : undefined, this.tell, `${this.#path}${name}.`);
  }

  /** Held between `least` and a day. */
  milliseconds(name: keyof Options & string, usual: number, least: number): number {
    const value: unknown = this.field(name);
    if (value === undefined) return usual;
    if (typeof value === 'number' && Number.isFinite(value)) return Math.min(longest, Math.max(least, value));
    this.refuse(name, `is no number of milliseconds: it is ${usual}`);
    return usual;
  }

  choice<Choice extends string>(
    name: keyof Options & string,
    [usual, ...others]: readonly [Choice, ...Choice[]],
  ): Choice {
    const value: unknown = this.field(name);
    const chosen = [usual, ...others].find((one) => one === value);
    if (chosen === undefined && value !== undefined)
      this.refuse(name, `is none of ${[usual, ...others].join(', ')}: it is ${usual}`);
    return chosen ?? usual;
  }
}

function isOptions<Value>(value: Value): value is Extract<NonNullable<Value>, object> {
  return typeof value === 'object' && value !== null;
}
