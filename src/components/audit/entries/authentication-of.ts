import type { Caller } from '../../../server/caller.ts';
import type { EntryAuthentication } from './entry.ts';

/** How whoever asked has proven who they are. */
export function authenticationOf({ keyId, mode, user }: Pick<Caller, 'keyId' | 'mode' | 'user'>): EntryAuthentication {
  if (keyId === 'local') return { mode: 'local' };
  const sessionId = user?.sessionId ?? null;
  return { mode, keyId, ...(sessionId === null ? {} : { sessionId }) };
}
