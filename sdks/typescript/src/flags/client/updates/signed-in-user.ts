/** What the identity provider gave for a user; or what gives it, asked before each question, so that it never is an old one. */
export type UserToken = string | (() => string | undefined | Promise<string | undefined>);

export interface SignedInUser {
  readonly token: UserToken;
  /** For a user of several tenants: the one it is about. */
  readonly tenant?: string | undefined;
}

/** Undefined where the token could not be had. Without `authorization` where nobody is signed in after all. */
export async function headersOf(
  { tenant, token: given }: SignedInUser,
  signal: AbortSignal,
): Promise<Readonly<Record<string, string>> | undefined> {
  try {
    const token = typeof given === 'function' ? await unlessAborted(given(), signal) : given;
    if (token === undefined || token === '') return {};
    return { authorization: `Bearer ${token}`, ...(tenant === undefined ? {} : { 'x-tenant-id': tenant }) };
  } catch {
    // What a program throws may quote the token.
    return undefined;
  }
}

function unlessAborted<T>(value: T | Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('given up')));
    Promise.resolve(value).then(resolve, reject);
  });
}

const ofKeys: ReadonlySet<unknown> = new Set(
  ['unknown-key', 'revoked-key', 'expired-key', 'malformed-key', 'key-type-not-allowed', 'scope-missing'].map(
    (name) => `auth/${name}`,
  ),
);

/** Whether a refusal means the key, and no token would help. */
export async function isAboutKey(response: Response): Promise<boolean> {
  try {
    const body = (await response.json()) as { readonly error?: { readonly code?: unknown } } | null;
    return ofKeys.has(body?.error?.code);
  } catch {
    return false;
  }
}
