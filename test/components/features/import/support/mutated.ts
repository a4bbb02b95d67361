// Exports with something odd in them: a part is missing, null, doubled, or says what nobody expects. Usage:
//
//   fc.property(exports, mutations, (exported, list) => mutated(exported, list))
import fc from 'fast-check';

type Node = { [name: string]: unknown } | unknown[];

/** Which part is changed, and what becomes of it: numbers, so that they shrink to the first part and the simplest change. */
export type Mutation = readonly [part: number, change: number];

const gone = Symbol('gone');

const texts = [
  '',
  ' ',
  'on',
  'off',
  '__proto__',
  'constructor',
  '💥 a.b/c~1 "x"',
  'x'.repeat(700),
  '01.2.3',
  '1.2.3-a..b',
  '9007199254740993.0.0',
  '2027-02-30',
  '2027-01-15T24:00:00Z',
  '(?=a)b',
  'a{2000}',
  '\\1',
  'yes',
  '1e400',
  '-0',
  '0x10',
  '10.0.0.0/33',
  '\ud83d',
  'a\nb: c # d',
];
const numbers = [0, -1, 0.5, 1, 1e21, 2 ** 53, 4_294_967_296, 100_001, 1e-9, -0];

export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(fc.tuple(fc.nat(500), fc.nat(60)), {
  minLength: 1,
  maxLength: 3,
});

/** A copy in which parts are others; with `isTyped` a text stays a text, or is null or gone, and so on. */
export function mutated<T>(exported: T, list: readonly Mutation[], isTyped: boolean): T {
  const copy = JSON.parse(JSON.stringify(exported)) as T;
  for (const mutation of list) mutate(copy, mutation, isTyped);
  return JSON.parse(JSON.stringify(copy)) as T;
}

function mutate(root: unknown, [part, change]: Mutation, isTyped: boolean): void {
  const places = placesIn(root);
  const place = places[part % places.length];
  if (place === undefined) return;
  const { holder, name } = place;
  const choices = choicesFor((holder as { [name: string]: unknown })[name], isTyped);
  const chosen = choices[change % choices.length];
  if (chosen !== gone) (holder as { [name: string]: unknown })[name] = chosen;
  else if (Array.isArray(holder)) holder.splice(Number(name), 1);
  else delete holder[name];
}

function placesIn(node: unknown): readonly { readonly holder: Node; readonly name: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => [{ holder: node as Node, name }, ...placesIn(value)]);
}

function choicesFor(value: unknown, isTyped: boolean): readonly unknown[] {
  const others = isTyped ? [] : [...texts, ...numbers, true, false, [], {}, [null], { a: [] }];
  if (typeof value === 'string') return [gone, null, ...texts, ...others];
  if (typeof value === 'number') return [gone, null, ...numbers, ...others];
  if (typeof value === 'boolean') return [gone, !value, null, ...others];
  if (Array.isArray(value))
    return [gone, [], [...value, ...value], value.toReversed(), ...(isTyped ? [] : [null]), ...others];
  // Nothing says what stood where a null stands by now.
  if (value === null) return [gone, ...others];
  // Where an object is asked for, no product reads a null.
  return [gone, {}, ...(isTyped ? [] : [null]), ...others];
}

/** What a product's own code makes of an export that it cannot read. */
export const unreadable = Symbol('the product cannot read it');

/** What it answers, or that it cannot. */
export function answered<T>(ask: () => T): T | typeof unreadable {
  try {
    return ask();
  } catch {
    return unreadable;
  }
}
