import { Inexpressible } from '../inexpressible.ts';
import { pathOf } from '../condition.ts';

/** Attributes are the user's; `id`, which identifies them, is the key. @throws Inexpressible */
export function userAttribute(name: string): string {
  if (name === 'id') return 'user.key';
  if (name === 'key') throw new Inexpressible('the attribute `key` would be taken for the key of the user');
  return pathOf('user', name.split('.'));
}

/** What is dealt is named as it stands, and never looked up inside of another. @throws Inexpressible */
export function dealtAttribute(name: string): string {
  return name === 'id' || name === 'key' ? userAttribute(name) : pathOf('user', [name]);
}
