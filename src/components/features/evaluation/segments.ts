import { unitOf } from './attribute.ts';
import { anyOf, type Check } from './check.ts';
import { compileTest } from './compile-test.ts';
import { isObject, isText, Malformed, objectIn, objectsIn, optional, own, refuse, textsIn } from './read.ts';
import { type Scope, scopeIn, type Segments, spend } from './scope.ts';

/** Segments may ask for segments, this far. */
const deepest = 50;

interface Member {
  readonly check: Check;
  /** Tests it may ask, those of its segments included. */
  readonly tests: number;
  /** Segments below it, counted downwards. */
  readonly depth: number;
}

/** Compiles each segment when a flag first asks for it, once. */
export class CompiledSegments implements Segments {
  readonly #sources: object;
  /** `null` while it is being compiled; a text says why it cannot be. */
  readonly #members = new Map<string, Member | string | null>();
  #depth = 0;

  constructor(sources: object) {
    this.#sources = sources;
  }

  member(key: string, scope: Scope): Check {
    const { check, tests, depth } = this.#compiled(key, scope);
    spend(scope, tests);
    this.#depth = Math.max(this.#depth, depth);
    return check;
  }

  #compiled(key: string, scope: Scope): Member {
    const known = this.#members.get(key);
    if (known === null) refuse(`\`${key}\` asks for itself`);
    if (isText(known)) refuse(known);
    if (known !== undefined) return known;
    this.#members.set(key, null);
    const outside = this.#depth;
    this.#depth = 0;
    try {
      const inner = scopeIn(scope);
      const check = compileSegment(this.#source(key), inner);
      if (this.#depth >= deepest) refuse('nested too deeply');
      const made = { check, tests: inner.tests, depth: this.#depth + 1 };
      this.#members.set(key, made);
      return made;
    } catch (error) {
      this.#members.set(key, error instanceof Malformed ? error.message : `the segment \`${key}\` cannot be read`);
      throw error;
    } finally {
      this.#depth = outside;
    }
  }

  #source(key: string): object {
    const source = own(this.#sources, key);
    if (!isObject(source)) refuse(`there is no segment \`${key}\``);
    return source;
  }
}

function compileSegment(source: object, scope: Scope): Check {
  const isNamed = keysCheck(source, 'include', scope);
  const isKeptOut = keysCheck(source, 'exclude', scope);
  const rules = optional(source, 'rules', objectsIn) ?? [];
  const fits = anyOf(rules.map((rule) => compileTest(objectIn(rule, 'if'), scope)));
  return (context) => !isKeptOut(context) && (isNamed(context) || fits(context));
}

/** Named by key, by kind of context: the field `include` or `exclude`. */
export function keysCheck(segment: object, field: 'include' | 'exclude', scope: Scope): Check {
  const source = optional(segment, field, objectIn);
  if (source === undefined) return () => false;
  const kinds = Object.keys(source);
  return anyOf(
    kinds.map((kind) => {
      const keys: ReadonlySet<unknown> = new Set(textsIn(source, kind));
      const key = scope.attributes.keyOf(kind);
      return (context: object) => keys.has(unitOf(key(context)));
    }),
  );
}
