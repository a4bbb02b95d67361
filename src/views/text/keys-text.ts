import { visible } from './visible.ts';

/** Keys of roles, or scopes, in a column: `editor, viewer`. */
export function keysText(keys: readonly string[]): string {
  return keys.length === 0 ? '–' : visible(keys.join(', '));
}
