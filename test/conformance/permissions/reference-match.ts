/*
 * What permissions cover, by the book: a permission is the set of single acts it allows. An act is an action on a
 * resource, within a scope or without bounds. It shares no line with the matcher, and takes texts apart sign by sign.
 */

interface Written {
  readonly resource: string | null;
  readonly action: string | null;
  /** Undefined: without bounds. */
  readonly scope: string | null | undefined;
}

/** Null stands for any. */
export function referenceMatches(granted: string, asked: string): boolean {
  const [wider, narrower] = [read(granted), read(asked)];
  if (wider === undefined || narrower === undefined) return false;
  // Of all names that nobody wrote, one stands for the rest.
  const names = [...new Set([wider, narrower].flatMap(({ action, resource, scope }) => [resource, action, scope]))]
    .filter((name) => typeof name === 'string')
    .concat('unheard-of');
  const scopes = [undefined, ...names];
  return names.every((resource) =>
    names.every((action) =>
      scopes.every((scope) => !allows(narrower, resource, action, scope) || allows(wider, resource, action, scope)),
    ),
  );
}

export function isPermission(text: string): boolean {
  return read(text) !== undefined;
}

function allows(written: Written, resource: string, action: string, scope: string | undefined): boolean {
  if (written.resource !== null && written.resource !== resource) return false;
  if (written.action !== null && written.action !== action) return false;
  if (written.scope === undefined) return true;
  return scope !== undefined && (written.scope === null || written.scope === scope);
}

const lower = 'abcdefghijklmnopqrstuvwxyz';
const letters = lower + lower.toUpperCase() + '0123456789';

function read(text: string): Written | undefined {
  if (text === '*') return { resource: null, action: null, scope: undefined };
  const [resource = '', action = '', scope, ...more] = text.split(':');
  if (more.length > 0 || !isMadeOf(resource, letters, `${letters}._-`)) return undefined;
  const [what, within] = [action, scope].map((name) => (name === undefined ? undefined : nameOrAny(name)));
  if (what === undefined || what === false || within === false) return undefined;
  return { resource, action: what, scope: within };
}

/** False for what is no name. */
function nameOrAny(text: string): string | null | false {
  if (text === '*') return null;
  return isMadeOf(text, lower, `${lower}0123456789_-`) ? text : false;
}

function isMadeOf(text: string, first: string, others: string): boolean {
  const signs = Array.from(text);
  return signs.length > 0 && signs.every((sign, place) => (place === 0 ? first : others).includes(sign));
}
