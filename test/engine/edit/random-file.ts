import type { ModelSchema } from '../../../src/engine/model/model.ts';

/** Takes from a list of random numbers, and zero when it is used up, so that a shorter list is a simpler case. */
export class Choices {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  below(limit: number): number {
    const number = this.#numbers[this.#next] ?? 0;
    this.#next += 1;
    return number % limit;
  }

  oneIn(count: number): boolean {
    return this.below(count) === count - 1;
  }

  of<Value>(values: readonly [Value, ...Value[]]): Value {
    return values[this.below(values.length)] ?? values[0];
  }
}

const anything: ModelSchema = {
  anyOf: [{ $ref: '#/$defs/node' }, { type: ['string', 'number', 'boolean', 'null'] }],
};
const node: ModelSchema = {
  type: 'object',
  properties: {
    items: { type: 'array', items: { $ref: '#/$defs/node' }, 'x-list-key': 'id' },
    tags: { type: 'array', items: { type: 'string' }, 'x-set': true },
    list: { type: 'array', items: { type: 'string' } },
    price: { type: ['number', 'string'], 'x-money': 'amount' },
    text: { type: 'string' },
  },
  additionalProperties: anything,
};
export const randomSchema: ModelSchema = { ...node, $defs: { node } };

const names = ['a', 'b', 'items', 'tags', 'list', 'price', 'text'] as const;
type Name = (typeof names)[number];
const words = ['red', "it's", 'on', '5', 'two words', 'x: y', '# no', 'a, b'] as const;

/** A comment of a file, with the place of the entry that it stands before or behind. */
export interface Comment {
  readonly text: string;
  readonly path: readonly string[];
}

/** Whole lines of an entry that nothing outside of them has a say in. */
export interface Lines {
  readonly text: string;
  readonly path: readonly string[];
}

export interface RandomFile {
  readonly text: string;
  readonly comments: readonly Comment[];
  readonly lines: readonly Lines[];
}

/** What is written for one entry: its text up to the end of its last line, and whether an alias or an anchor is in it. */
interface Written {
  readonly text: string;
  readonly isShared: boolean;
}

/** The environments that may have an overlay, and the choices to write them by. */
export interface Overlays {
  readonly environments: readonly string[];
  readonly choices: Choices;
}

/**
 * A document as a person might write it: blocks and braces, comments everywhere, overlays, anchors, aliases and merge
 * keys.
 */
export class RandomWriter {
  readonly comments: Comment[] = [];
  readonly lines: Lines[] = [];
  readonly #overlays: Overlays;
  readonly #step: number;
  #choices: Choices;
  #named = 0;
  /** In overlays, except in lists and behind anchors: there null would be a value. */
  #mayRemove = false;
  readonly #anchors: { readonly name: string; readonly like: string }[] = [];

  constructor(choices: Choices, overlays: Overlays) {
    this.#choices = choices;
    this.#overlays = overlays;
    this.#step = choices.of([2, 4]);
  }

  file(): RandomFile {
    const areFirst = this.#overlays.choices.oneIn(4);
    const above = areFirst ? this.#environments() : '';
    const body = this.#members(names, 0, [], 3);
    const end = this.#choices.oneIn(2) ? '# the end\n' : '';
    const below = areFirst ? '' : this.#environments();
    const text = `# head\nkind: Thing   # a kind\nkey: one\n${above}${body.text}${below}${end}`;
    return { text, comments: this.comments, lines: this.lines };
  }

  #environments(): string {
    const own = this.#choices;
    this.#choices = this.#overlays.choices;
    const written = this.#overlays.environments.filter(() => this.#choices.below(4) > 0);
    const overlays = (this.#choices.oneIn(3) ? written.toReversed() : written).map((name) => this.#overlay(name));
    const behind = overlays.length === 0 ? '' : this.#behind(['environments']);
    this.#choices = own;
    return overlays.length === 0 ? '' : `environments:${behind}${overlays.join('')}`;
  }

  #overlay(environment: string): string {
    const path = ['environments', environment];
    const behind = this.#behind(path);
    const lead = `${' '.repeat(this.#step)}${environment}:`;
    if (this.#choices.oneIn(6)) return `${lead} ${this.#braces(2)}${behind}`;
    this.#mayRemove = true;
    const text = `${lead}${behind}${this.#members(names, this.#step * 2, path, 2).text}`;
    this.#mayRemove = false;
    return text;
  }

  /** Block members at this depth; the first begins where the caller has come to. */
  #members(choice: readonly Name[], indent: number, path: readonly string[], depth: number): Written {
    let text = '';
    let isShared = false;
    if (path.length > 0 && depth > 0 && this.#choices.oneIn(2)) {
      const anchor = this.#anchors.findLast(({ like }) => like === 'node');
      if (anchor !== undefined) {
        text += `${' '.repeat(indent)}<<: *${anchor.name}\n`;
        isShared = true;
      }
    }
    for (const name of choice) {
      if (this.#choices.oneIn(3) && text !== '') continue;
      const at = [...path, name];
      const above = this.#above(indent, at);
      const entry = this.#value(name, indent, at, depth);
      const line = `${' '.repeat(indent)}${name}:${entry.text}`;
      if (!entry.isShared) this.lines.push({ text: line.trimStart(), path: at });
      text += above + line;
      isShared ||= entry.isShared;
    }
    return { text, isShared };
  }

  /** Behind the colon, the end of the line included. */
  #value(name: Name, indent: number, path: readonly string[], depth: number): Written {
    if (this.#mayRemove && this.#choices.oneIn(6)) return { text: ` null${this.#behind(path)}`, isShared: false };
    const like = name === 'a' || name === 'b' ? this.#choices.of(['node', 'scalar']) : name;
    const known = this.#anchors.findLast((anchor) => anchor.like === like);
    if (known !== undefined && this.#choices.oneIn(4))
      return { text: ` *${known.name}${this.#behind(path)}`, isShared: true };
    const anchor = this.#choices.oneIn(like === 'node' ? 2 : 5) ? `x${this.#named++}` : null;
    const mark = anchor === null ? '' : ` &${anchor}`;
    const mayRemove = this.#mayRemove;
    this.#mayRemove = mayRemove && anchor === null && like === 'node';
    const written = this.#own(like, indent, path, depth, mark);
    this.#mayRemove = mayRemove;
    if (anchor === null) return written;
    this.#anchors.push({ name: anchor, like });
    return { text: written.text, isShared: true };
  }

  #own(like: string, indent: number, path: readonly string[], depth: number, mark: string): Written {
    if (like === 'node') {
      if (depth === 0 || this.#choices.oneIn(3)) {
        const braces = this.#braces(depth);
        return { text: `${mark} ${braces}${this.#behind(path)}`, isShared: braces.includes('*') };
      }
      const inner = this.#members(names, indent + this.#step, path, depth - 1);
      return { text: `${mark}${this.#behind(path)}${inner.text}`, isShared: inner.isShared };
    }
    if (like === 'items') return this.#items(indent, path, depth, mark);
    if (like === 'tags' || like === 'list') return this.#texts(indent, path, mark);
    if (like === 'price')
      return {
        text: `${mark} ${this.#choices.below(90)}.${this.#choices.of(['50', '00'])}${this.#behind(path)}`,
        isShared: false,
      };
    if (this.#choices.oneIn(8))
      return { text: `${mark} |\n${' '.repeat(indent + 2)}one\n${' '.repeat(indent + 2)}two\n`, isShared: false };
    return { text: `${mark} ${this.#scalar(false)}${this.#behind(path)}`, isShared: false };
  }

  #items(indent: number, path: readonly string[], depth: number, mark: string): Written {
    const count = depth === 0 ? 0 : this.#choices.below(4);
    if (count === 0) return { text: `${mark} []${this.#behind(path)}`, isShared: false };
    let text = `${mark}${this.#behind(path)}`;
    let isShared = false;
    const own = indent + this.#choices.of([2, 4, 0]);
    for (let index = 0; index < count; index += 1) {
      const at = [...path, `id=i${index}`];
      text += this.#above(own, at);
      const dash = `${' '.repeat(own)}- `;
      if (this.#choices.oneIn(4)) {
        text += `${dash}{ id: i${index}, text: ${this.#scalar(true)} }${this.#behind(at)}`;
        continue;
      }
      text += `${dash}id: i${index}${this.#behind([...at, 'id'])}`;
      const inner = this.#members(['a', 'text', 'tags', 'items'], own + 2, at, depth - 1);
      text += inner.text;
      isShared ||= inner.isShared;
    }
    return { text, isShared };
  }

  #texts(indent: number, path: readonly string[], mark: string): Written {
    const count = this.#choices.below(4);
    const items = [...Array.from({ length: count }).keys()].map((index) => `t${index}`);
    if (count === 0 || this.#choices.oneIn(3))
      return { text: `${mark} [${items.join(', ')}]${this.#behind(path)}`, isShared: false };
    const lead = ' '.repeat(indent + 2);
    const lines = items.map((item, index) => {
      const at = [...path, `=${item}`];
      return (isFlow: boolean): string => {
        const comma = isFlow && index < count - 1 ? ',' : '';
        return `${this.#above(lead.length, at)}${lead}${isFlow ? '' : '- '}${item}${comma}${this.#behind(at)}`;
      };
    });
    const isFlow = this.#choices.oneIn(2);
    // A comment within the brackets goes when all of the list goes.
    const behind = this.#behind(isFlow ? [...path, '=t0'] : path);
    const text = lines.map((line) => line(isFlow)).join('');
    return { text: isFlow ? `${mark} [${behind}${text}${lead}]\n` : `${mark}${behind}${text}`, isShared: false };
  }

  #braces(depth: number): string {
    if (this.#choices.oneIn(8)) return '{}';
    const members = [`text: ${this.#scalar(true)}`];
    if (this.#choices.oneIn(2)) members.push(`price: ${this.#choices.below(90)}.00`);
    if (depth > 0 && this.#choices.oneIn(2)) members.push(`a: ${this.#braces(depth - 1)}`);
    const anchor = this.#anchors.findLast(({ like }) => like === 'node');
    if (anchor !== undefined && this.#choices.oneIn(6)) members.unshift(`b: *${anchor.name}`);
    if (anchor !== undefined && this.#choices.oneIn(2)) members.push(`<<: *${anchor.name}`);
    return this.#choices.oneIn(2) ? `{${members.join(', ')}}` : `{ ${members.join(', ')} }`;
  }

  #scalar(inBraces: boolean): string {
    const word = this.#choices.of(words);
    const isPlain = /^[a-z][a-z ]*$/u.test(word);
    if (isPlain && this.#choices.oneIn(2)) return word;
    return inBraces || this.#choices.oneIn(2) ? `'${word.replaceAll("'", "''")}'` : JSON.stringify(word);
  }

  #above(indent: number, path: readonly string[]): string {
    if (!this.#choices.oneIn(4)) return '';
    return `${this.#choices.oneIn(3) ? '\n' : ''}${' '.repeat(indent)}${this.#comment(path)}\n`;
  }

  #behind(path: readonly string[]): string {
    return this.#choices.oneIn(4) ? `   ${this.#comment(path)}\n` : '\n';
  }

  #comment(path: readonly string[]): string {
    const text = `# c${this.comments.length}.`;
    this.comments.push({ text, path });
    return text;
  }
}
