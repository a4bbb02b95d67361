/** Codes of 400 and 403 that are about the key, or the settings, of whoever asks the server. */
const ofKeys: ReadonlySet<string> = new Set([
  'auth/environment-headers',
  'auth/environment-mismatch',
  'auth/key-type-not-allowed',
  'auth/repeated-header',
  'auth/scope-missing',
  'auth/secret-key-in-browser',
]);

/**
 * Whether the server refused the application rather than its user. With 401 that is so unless the code is about a token
 * and the token is the user's: what neither says is never held against somebody who signed in.
 */
export function isAboutApplication(status: number, code: string, isAboutUser: boolean): boolean {
  return status === 401 ? !(isAboutUser && isAboutToken(code)) : ofKeys.has(code);
}

/** `auth/expired-token`, `auth/token-signature`, and those that say of a token whence it is or how far its sign-in got. */
function isAboutToken(code: string): boolean {
  return /^auth\/(?:(?:.+-)?token(?:-.+)?|unknown-issuer|pending-session)$/.test(code);
}
