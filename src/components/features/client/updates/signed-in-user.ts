/** What the identity provider gave for a user; or what gives it, asked before each question, so that it never is an old one. */
export type UserToken = string | (() => string | undefined | Promise<string | undefined>);

export interface SignedInUser {
  readonly token: UserToken;
  /** For a user of several tenants: the one it is about. */
  readonly tenant?: string | undefined;
}

/** Undefined without a token: nobody is signed in. */
export function userOf(token: UserToken | null | undefined, tenant: string | undefined): SignedInUser | undefined {
  return token === undefined || token === null || token === '' ? undefined : { token, tenant };
}

/** What is sent of a user; or, as a text, why nothing can be. Nothing is where nobody is signed in after all. */
export async function headersOf(
  { tenant, token: given }: SignedInUser,
  signal: AbortSignal,
): Promise<Readonly<Record<string, string>> | string> {
  try {
    const token: unknown = typeof given === 'function' ? await unlessAborted(given, signal) : given;
    if (token === undefined || token === null || token === '') return {};
    // By a key anybody would be the server, and not who is signed in.
    if (typeof token === 'string' && /^[sp]k_/.test(token)) return 'the token of the user is a key';
    if (!isHeaderText(token)) return 'the token of the user is no text, or has characters that no token has';
    if (tenant === undefined || tenant === null || tenant === '') return { authorization: `Bearer ${token}` };
    if (!isHeaderText(tenant)) return 'the tenant of the user is no text, or has characters that no tenant has';
    return { authorization: `Bearer ${token}`, 'x-tenant-id': tenant };
  } catch {
    // What a program throws may quote the token.
    return 'the token of the user could not be had';
  }
}

function unlessAborted<T>(give: () => T | Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    // A signal says it once: whoever comes later would wait for ever.
    if (signal.aborted) throw new Error('given up');
    signal.addEventListener('abort', () => reject(new Error('given up')));
    Promise.resolve(give()).then(resolve, reject);
  });
}

/** Checked here because a runtime fails of it each time, and says no more than that it did. */
export function isHeaderText(text: unknown): text is string {
  return typeof text === 'string' && /^[\x21-\x7e]+$/.test(text);
}
