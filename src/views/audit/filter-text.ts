import { visible } from '../text/visible.ts';

/** What an export was asked for: `action user.*, since 2026-01-01T00:00:00.000Z`. Empty: all of it. */
export function filterText(filter: { readonly [name: string]: unknown }): string {
  return Object.entries(filter)
    .map(([name, value]) => visible(`${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`))
    .join(', ');
}
