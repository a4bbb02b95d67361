import { type Budget, deepestSegment, spend, tooDeep } from './limits.ts';
import { isText, Malformed, refuse } from './read.ts';

interface Member<T> {
  readonly made: T;
  /** Tests it may ask, those of its segments included. */
  readonly tests: number;
  /** Segments below it, counted downwards. */
  readonly depth: number;
}

/** Makes something of each segment when it is first asked for, once: segments may ask for segments. */
export class Nested<T, Scope extends Budget> {
  readonly #make: (key: string, scope: Scope) => T;
  /** `null` while it is being made; a text says why it cannot be. */
  readonly #members = new Map<string, Member<T> | string | null>();
  /** Of the deepest segment that the one being made has asked for; below 0 while none is made. */
  #depth = -1;

  constructor(make: (key: string, scope: Scope) => T) {
    this.#make = make;
  }

  /** Throws `Malformed` where it cannot be made. */
  member(key: string, scope: Scope): T {
    const { depth, made, tests } = this.#member(key, scope);
    if (this.#depth >= 0) {
      if (depth >= deepestSegment) refuse(tooDeep);
      this.#depth = Math.max(this.#depth, depth);
    }
    spend(scope, tests);
    return made;
  }

  #member(key: string, scope: Scope): Member<T> {
    const known = this.#members.get(key);
    if (known === null) refuse(`\`${key}\` asks for itself`);
    if (isText(known)) refuse(known);
    if (known !== undefined) return known;
    this.#members.set(key, null);
    const outside = this.#depth;
    this.#depth = 0;
    try {
      const inner = { ...scope, tests: 0 };
      const made = this.#make(key, inner);
      const member = { made, tests: inner.tests, depth: this.#depth + 1 };
      this.#members.set(key, member);
      return member;
    } catch (error) {
      this.#members.set(key, error instanceof Malformed ? error.message : `the segment \`${key}\` cannot be read`);
      throw error;
    } finally {
      this.#depth = outside;
    }
  }
}
