import { unitOf } from './attribute.ts';
import { anyOf, type Check } from './check.ts';
import { compileTest } from './compile-test.ts';
import { Nested } from './nested.ts';
import { isObject, objectIn, objectsIn, optional, own, refuse, textsIn } from './read.ts';
import type { Scope, Segments } from './scope.ts';

/** Compiles each segment when a flag first asks for it, once. */
export function compiledSegments(sources: object): Segments {
  return new Nested<Check, Scope>((key, scope) => {
    const source = own(sources, key);
    if (!isObject(source)) refuse(`there is no segment \`${key}\``);
    return compileSegment(source, scope);
  });
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
