import type { ContextAttributes, EvaluationContext } from '../contract.ts';
import { own } from '../read.ts';

/** What makes an input no context: where, and a sentence for whoever sent it. */
export interface ContextProblem {
  /** JSON pointer into the input, `''` for all of it. */
  readonly pointer: string;
  readonly message: string;
}

export type ReadContext =
  | { readonly context: EvaluationContext; readonly problem?: never }
  | { readonly problem: ContextProblem; readonly context?: never };

type Members = { readonly [name: string]: unknown };

const kindName = /^[a-z][A-Za-z0-9_-]*$/u;

export function isKindName(text: string): boolean {
  return kindName.test(text);
}

/** Those that need not be declared. */
const usualKinds: ReadonlySet<string> = new Set(['user', 'tenant', 'device']);

/**
 * Who asks, in any of three forms: ours, by kind (`{ user: { key: 'ada' }, tenant: { key: 'acme' } }`); OpenFeature's,
 * flat (`{ targetingKey: 'ada', email: …, tenant: { … } }`: what is not the object of a kind is the user's); and
 * LaunchDarkly's (`{ kind: 'multi', user: { … } }` or `{ kind: 'user', key: 'ada' }`). `kinds` are the project's own,
 * besides user, tenant and device: in the flat form any other object is an attribute, unless it has a key.
 */
export function readContext(input: unknown, kinds: ReadonlySet<string> = usualKinds): ReadContext {
  if (!isMembers(input))
    return wrong('', `A context is an object such as { user: { key: "ada" } }, not ${named(input)}.`);
  const isTargeted = Object.hasOwn(input, 'targetingKey');
  const kind = own(input, 'kind');
  if (typeof kind === 'string' && !isTargeted) return readMarked(input, kind);
  const given = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  const isFlat = isTargeted || given.some(([name, value]) => !isMembers(value) && !isEachKind(given, name));
  return isFlat ? readFlat(input, kinds) : readByKind(given);
}

/** Whoever names kinds and nothing else means kinds, and has forgotten that each is an object. */
function isEachKind(given: readonly (readonly [string, unknown])[], name: string): boolean {
  return usualKinds.has(name) && given.every(([other]) => usualKinds.has(other));
}

function readByKind(given: readonly (readonly [string, unknown])[]): ReadContext {
  const context: [string, ContextAttributes][] = [];
  for (const [kind, value] of given) {
    const pointer = childPointer('', kind);
    // Marked as a kind it would pass here, and be the key of a user when what was read is read again.
    if (kind === 'targetingKey')
      return wrong(pointer, '`targetingKey` names no kind of context; it is the key of the user in the flat form.');
    if (!isKindName(kind))
      return wrong(
        pointer,
        `\`${kind}\` names no kind of context; a name such as user or tenant begins with a small letter.`,
      );
    if (!isMembers(value)) return wrong(pointer, `The context of a ${kind} is an object, not ${named(value)}.`);
    const read = readOne(value, pointer);
    if (read.problem !== undefined) return read;
    context.push([kind, read.attributes]);
  }
  return { context: Object.fromEntries(context) };
}

function readFlat(input: Members, kinds: ReadonlySet<string>): ReadContext {
  const { targetingKey: _, ...rest } = input;
  const targetingKey = own(input, 'targetingKey');
  const user: [string, unknown][] = [];
  const others: [string, unknown][] = [];
  for (const [name, value] of Object.entries(rest)) {
    (isOfKind(name, value, kinds) ? others : user).push([name, value]);
  }
  const key = textOfKey(targetingKey);
  if (key === undefined && targetingKey !== undefined && targetingKey !== null)
    return wrong('/targetingKey', `The targeting key is a text, not ${named(targetingKey)}.`);
  const read = readByKind(others);
  if (read.problem !== undefined) return read;
  const { user: _user, ...byKind } = read.context;
  const nested = Object.hasOwn(read.context, 'user') ? read.context['user'] : {};
  // A flat `key` is the user's, and a key like any other.
  const one = readOne({ ...Object.fromEntries(user), ...nested, ...(key === undefined ? {} : { key }) }, '');
  if (one.problem !== undefined) return one;
  const { attributes } = one;
  return { context: { ...(Object.keys(attributes).length === 0 ? {} : { user: attributes }), ...byKind } };
}

/** What could not be the name of a kind is an attribute, whatever it holds. */
function isOfKind(name: string, value: unknown, kinds: ReadonlySet<string>): boolean {
  if (!isMembers(value)) return false;
  return usualKinds.has(name) || kinds.has(name) || (isKindName(name) && textOfKey(own(value, 'key')) !== undefined);
}

/** `kind` says what the rest is. `_meta` is about reporting, and nothing to a rule. */
function readMarked({ kind: _kind, ...rest }: Members, kind: string): ReadContext {
  const marked = kind === 'multi' ? Object.entries(rest) : [[kind, rest] as const];
  for (const [name, value] of marked) {
    if (isMembers(value) && textOfKey(own(value, 'key')) === undefined)
      return wrong(kind === 'multi' ? childPointer('', name) : '', `The context of a ${name} has no key.`);
  }
  return readByKind(marked.map(([name, value]) => [name, isMembers(value) ? withoutMeta(value) : value]));
}

function withoutMeta(value: Members): Members {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== '_meta'));
}

/** A number as a key is what its digits say. */
function readOne(
  value: Members,
  pointer: string,
): { readonly attributes: ContextAttributes; readonly problem?: never } | { readonly problem: ContextProblem } {
  const { key: _, ...attributes } = value;
  const given = own(value, 'key');
  if (given === undefined || given === null) return { attributes };
  const key = textOfKey(given);
  if (key === undefined) return wrong(`${pointer}/key`, `A key is a text, not ${named(given)}.`);
  return { attributes: { key, ...attributes } };
}

function textOfKey(value: unknown): string | undefined {
  return typeof value === 'string' ? value : Number.isFinite(value) ? String(value) : undefined;
}

/** A moment is a value, and holds no attributes. */
function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

function childPointer(parent: string, name: string): string {
  return `${parent}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function wrong(pointer: string, message: string): { readonly problem: ContextProblem } {
  return { problem: { pointer, message } };
}

function named(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (value instanceof Date) return 'a moment';
  return typeof value === 'string' ? 'a text' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
