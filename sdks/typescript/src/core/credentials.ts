import { ConfigurationError, DreamError } from './errors.ts';
import type { UserToken } from './options.ts';
import { isHeaderToken, type Settings } from './settings.ts';

/** The headers that say who is asking. Somebody who is signed in goes before the secret key. */
export async function credentialsOf(
  { secretKey, publishableKey }: Settings,
  userToken: UserToken | undefined,
): Promise<Readonly<Record<string, string>>> {
  if (userToken === undefined && secretKey !== undefined) return { Authorization: `Bearer ${secretKey}` };
  if (publishableKey === undefined) throw new ConfigurationError(noKey);
  const token = typeof userToken === 'function' ? await ask(userToken) : userToken;
  // A function that gives none never falls back to the secret key: what was meant for a user would run as the server.
  if (token === undefined || token === null) return { 'X-Publishable-Key': publishableKey };
  requireUserToken(token);
  return { 'X-Publishable-Key': publishableKey, Authorization: `Bearer ${token}` };
}

/** Wrapped, so that all that a call throws is a `DreamError`, and none of it is asked for again. */
async function ask(userToken: Exclude<UserToken, string>): Promise<string | null | undefined> {
  try {
    return await userToken();
  } catch (cause) {
    throw new DreamError('The function that gets the user token failed', { cause });
  }
}

const noKey =
  'The client has no key: give secretKey on a server, publishableKey in a browser or an app, or set DREAM_SECRET_KEY or DREAM_PUBLISHABLE_KEY';

/** Of a function it is seen later what it gives. */
export function checkUserToken(userToken: UserToken | undefined, { publishableKey }: Settings): void {
  if (userToken === undefined) return;
  if (publishableKey === undefined) {
    throw new ConfigurationError('A user token goes with a publishable key: give publishableKey too');
  }
  if (typeof userToken === 'string') requireUserToken(userToken);
}

function requireUserToken(token: string): void {
  if (/^[sp]k_/.test(token)) throw new ConfigurationError('userToken must be the token of a user; this is a key');
  if (!isHeaderToken(token)) throw new ConfigurationError('userToken is empty, or has characters that no token has');
}
