/**
 * The decimal digits of numbers as they were written, where printing the number would not give them
 * back: `49.00`, `0.000000012345678901`. Money is read from these, never from the float.
 */
export class NumberTexts {
  readonly #texts = new WeakMap<object, { [key: string]: string }>();

  /** Some number here lost digits on the way. */
  holdRounded = false;

  get(container: object, key: string | number): string | undefined {
    return this.#texts.get(container)?.[key];
  }

  set(container: object, key: string | number, text: string): void {
    const texts = this.#texts.get(container);
    if (texts !== undefined) {
      texts[key] = text;
      return;
    }
    const first: { [key: string]: string } = Object.create(null);
    first[key] = text;
    this.#texts.set(container, first);
  }

  /** The place got a value whose digits need no keeping. */
  forget(container: object, key: string | number): void {
    const texts = this.#texts.get(container);
    if (texts !== undefined) delete texts[key];
  }

  /** A copied value keeps the digits it was written with. */
  copy(from: object, fromKey: string | number, to: object, toKey: string | number = fromKey): void {
    const text = this.get(from, fromKey);
    if (text !== undefined) this.set(to, toKey, text);
  }
}
