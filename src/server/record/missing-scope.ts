import type { PlatformError } from '../../engine/platform-error/index.ts';

/** What the caller lacks, where the error that refused them names it: a scope, or several with commas between. */
export function missingScope({ details }: Pick<PlatformError, 'details'>): string | undefined {
  const { scope, scopes } = details ?? {};
  if (typeof scope === 'string') return scope;
  return Array.isArray(scopes) && scopes.length > 0 ? scopes.join(', ') : undefined;
}
