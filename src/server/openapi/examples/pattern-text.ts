/** What is tried for one character, the likeliest first. */
const printable = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(32 + index));
const characters = [...printable.filter((one) => /[a-z]/u.test(one)), ...printable, 'é', '\n', '\t'];

/** Beyond it no longer text is tried. */
const mostMore = 64;

/** How often at least, as `+`, `*`, `?` and `{2,4}` say. */
const repeated = /^(?:(?<sign>[*+?])|\{(?<least>\d+)(?<open>,(?<most>\d*))?\})\??/u;

/**
 * A short text that a regular expression matches and `fits`; undefined where none is found: what looks ahead, behind or back
 * is not understood, but may be met by chance.
 */
export function patternText(pattern: string, fits: (text: string) => boolean): string | undefined {
  for (let more = 0; more <= mostMore; more += 1) {
    const text = readText(pattern, more);
    if (text === undefined || fits(text)) return text;
  }
  return undefined;
}

/** Undefined too for an expression with parts that are none by themselves, and for a text longer than any may be. */
function readText(pattern: string, more: number): string | undefined {
  try {
    return new PatternReader(pattern, more).read();
  } catch {
    return undefined;
  }
}

/** Reads an expression once from left to right, and writes what it matches. */
class PatternReader {
  readonly #pattern: string;
  /** How often something comes besides, where it may. */
  readonly #more: number;
  #at = 0;
  #isUnderstood = true;

  constructor(pattern: string, more: number) {
    this.#pattern = pattern;
    this.#more = more;
  }

  read(): string | undefined {
    const text = this.#choices();
    return this.#isUnderstood && this.#at === this.#pattern.length ? text : undefined;
  }

  /** The first of what stands between bars. */
  #choices(): string {
    const first = this.#sequence();
    while (this.#take(/^\|/u) !== undefined) this.#sequence();
    return first;
  }

  #sequence(): string {
    let text = '';
    while (this.#isUnderstood && this.#at < this.#pattern.length && !/^[|)]/u.test(this.#rest())) {
      const one = this.#atom();
      text += one.repeat(this.#times());
    }
    return text;
  }

  #atom(): string {
    if (this.#take(/^(?:\^|\$|\\[bB])/u) !== undefined) return '';
    const group = this.#take(/^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/u);
    if (group !== undefined) {
      const inner = this.#choices();
      if (this.#take(/^\)/u) === undefined) this.#isUnderstood = false;
      return /[=!]$/u.test(group) ? '' : inner;
    }
    const one = this.#take(
      /^(?:\[(?:\\.|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\\D|[^\\])/iu,
    );
    const found = one === undefined ? undefined : characters.find((each) => new RegExp(`^${one}$`, 'u').test(each));
    if (found === undefined) this.#isUnderstood = false;
    return found ?? '';
  }

  #times(): number {
    const groups = repeated.exec(this.#rest())?.groups;
    this.#take(repeated);
    if (groups === undefined) return 1;
    const { least, most, open, sign } = groups;
    if (sign === '?') return Math.min(this.#more, 1);
    if (sign !== undefined) return (sign === '+' ? 1 : 0) + this.#more;
    if (open === undefined) return Number(least);
    return Math.min(
      Number(least) + this.#more,
      most === undefined || most === '' ? Number.POSITIVE_INFINITY : Number(most),
    );
  }

  #rest(): string {
    return this.#pattern.slice(this.#at);
  }

  #take(expression: RegExp): string | undefined {
    const [found] = expression.exec(this.#rest()) ?? [];
    this.#at += found?.length ?? 0;
    return found;
  }
}
