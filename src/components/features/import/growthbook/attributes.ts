import { Inexpressible } from '../inexpressible.ts';
import { pathOf } from '../condition.ts';

/** Attributes are the user's; `id`, which identifies them, is the key. @throws Inexpressible */
export function userAttribute(name: string): string {
  if (name === 'id') return 'user.key';
  if (name === 'key') throw new Inexpressible('the attribute `key` would be taken for the key of the user');
  const names = name.split('.');
  if (names.some((one) => one in Object.prototype)) throw new Inexpressible(`\`${name}\` is no attribute`);
  return pathOf('user', names);
}

/** What is dealt is named as it stands, and never looked up inside of another. @throws Inexpressible */
export function dealtAttribute(name: string): string {
  // Its SDK takes what every object of JavaScript has for an attribute.
  if (name in Object.prototype) throw new Inexpressible(`\`${name}\` is no attribute`);
  return name === 'id' || name === 'key' ? userAttribute(name) : pathOf('user', [name]);
}
