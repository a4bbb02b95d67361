import type { Json, JsonObject } from '../../../../engine/json.ts';
import { textOf } from '../../../../engine/json-fields.ts';
import { pathOf } from '../condition.ts';
import { Inexpressible } from '../inexpressible.ts';

/** The kind of context a clause, target or rollout is about. */
export function contextKindOf(value: Json | undefined): string {
  const kind = textOf(value) ?? '';
  return kind === '' ? 'user' : kind;
}

/**
 * An attribute as it is referred to: `email`, or `/address/city` with a slash in front. Where no kind is named, it is a
 * name as it stands, of the days before references. @throws Inexpressible
 */
export function attributeOf(reference: Json | undefined, kind: Json | undefined): string {
  const names = namesOf(reference, kind);
  if (names[0] === '_meta' && isReference(kind)) throw new Inexpressible('`_meta` is no attribute');
  return pathOf(contextKindOf(kind), names);
}

/** Not an attribute, but which kinds a context has. */
export function isKind(reference: Json | undefined, kind: Json | undefined): boolean {
  const text = textOf(reference) ?? '';
  return text === 'kind' || (text === '/kind' && isReference(kind));
}

function isReference(kind: Json | undefined): boolean {
  return (textOf(kind) ?? '') !== '';
}

function namesOf(reference: Json | undefined, kind: Json | undefined): readonly string[] {
  const text = textOf(reference) ?? '';
  if (text === '') throw new Inexpressible('an attribute has no name');
  if (!text.startsWith('/') || !isReference(kind)) return [text];
  if (/~(?![01])/u.test(text)) throw new Inexpressible(`\`${text}\` refers to no attribute`);
  return text.slice(1).split('/').map(unescaped);
}

function unescaped(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** What rollouts of a flag, and shares of a segment, are salted with. */
export function saltOf(source: JsonObject, key: string): string {
  return `${key}.${textOf(source['salt']) ?? ''}`;
}
