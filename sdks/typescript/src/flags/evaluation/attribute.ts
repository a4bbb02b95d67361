import { attributeText } from './attribute-path.ts';
import type { Clock } from './clock.ts';
import { ownProperty, type Read, usualKey } from './own-property.ts';
import { isNumber, isObject, isText, refuse, textIn, textsIn } from './read.ts';

/**
 * Reads one attribute of contexts, in one evaluation once: a second rule that asks for it gets what the first one got,
 * at a fraction of the cost. Until the next evaluation it holds on to the context it read last.
 */
export class Attribute {
  readonly #clock: Clock;
  readonly #kind: Read;
  readonly #first: Read;
  readonly #rest: readonly Read[];
  #turn = -1;
  #context: object | undefined;
  #value: unknown;

  constructor(clock: Clock, kind: string, [first, ...rest]: readonly string[]) {
    if (first === undefined) refuse('`path` is empty');
    this.#clock = clock;
    this.#kind = ownProperty(kind);
    this.#first = ownProperty(first);
    this.#rest = rest.map(ownProperty);
  }

  /** `undefined` where it is absent. Throws what a getter or a proxy in the context throws. */
  read(context: object): unknown {
    // The context is compared too: a getter in one may evaluate with another, on the same evaluator.
    if (this.#turn === this.#clock.turn && this.#context === context) return this.#value;
    const value = this.#readAnew(context);
    this.#turn = this.#clock.turn;
    this.#context = context;
    this.#value = value;
    return value;
  }

  #readAnew(context: object): unknown {
    const attributes = this.#kind(context);
    if (!isObject(attributes)) return undefined;
    let value = this.#first(attributes);
    for (const property of this.#rest) {
      if (!isObject(value)) return undefined;
      value = property(value);
    }
    return value;
  }
}

/** The attributes that a ruleset asks for, each once. */
export class Attributes {
  readonly #clock: Clock;
  readonly #known = new Map<string, Attribute>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Of an `AttributePath` of the ruleset. */
  of(source: object): Attribute {
    return this.#at(textIn(source, 'kind'), textsIn(source, 'path'));
  }

  /** The same, of what is dealt: that is a key almost always. */
  dealt(source: object): Read {
    const path = textsIn(source, 'path');
    if (path.length === 1 && path[0] === 'key') return this.keyOf(textIn(source, 'kind'));
    return readerOf(this.of(source));
  }

  /** The key of the contexts of a kind. */
  keyOf(kind: string): Read {
    return usualKey(kind) ?? readerOf(this.#at(kind, ['key']));
  }

  #at(kind: string, path: readonly string[]): Attribute {
    const name = JSON.stringify([kind, path]);
    const known = this.#known.get(name) ?? new Attribute(this.#clock, kind, path);
    this.#known.set(name, known);
    return known;
  }
}

function readerOf(attribute: Attribute): Read {
  return (context) => attribute.read(context);
}

/** `user.address.city`, as people write it. */
export function attributeName(source: object): string {
  return attributeText(textIn(source, 'kind'), textsIn(source, 'path'));
}

/** What identifies a context, or is dealt: texts as they are, numbers and booleans by their usual text. */
export function unitOf(value: unknown): string | undefined {
  if (isText(value)) return value;
  return typeof value === 'boolean' || isNumber(value) ? String(value) : undefined;
}
