import type { TextReader } from '../platform.ts';
import { type Attempt, failed } from './attempt.ts';

/** Codes of refusals that are about the key, so that no token of a user would help. */
const ofKeys: ReadonlySet<string> = new Set(
  ['unknown-key', 'revoked-key', 'expired-key', 'malformed-key', 'key-type-not-allowed', 'scope-missing'].map(
    (name) => `auth/${name}`,
  ),
);

/**
 * What an answer of status 401 or 403 means. Undefined where it is not the server that says so: a proxy's page says nothing
 * of the key, and the next answer may be another.
 */
export async function readRefusal(
  response: Response,
  isOfUser: boolean,
  decoder: TextReader,
): Promise<Attempt | undefined> {
  const code = await codeOf(response, decoder);
  if (code === undefined) return undefined;
  const { status } = response;
  if (isOfUser && !ofKeys.has(code)) return { ...failed('the server does not accept the token of the user'), status };
  if (status === 401) return { outcome: 'refused', problem: 'the server does not know the key' };
  return { outcome: 'refused', problem: 'the server does not allow this to the key' };
}

/** Bytes; no error of the server's own is nearly as long. */
const longest = 65_536;

/** Of the form of the server's own errors. */
async function codeOf({ body }: Response, decoder: TextReader): Promise<string | undefined> {
  try {
    const reader = body?.getReader();
    let text = '';
    for (let bytes = 0; ; ) {
      const value = (await reader?.read())?.value;
      if (value === undefined) break;
      bytes += value.length;
      if (bytes > longest) return undefined;
      text += decoder.decode(value, { stream: true });
    }
    const said = JSON.parse(text + decoder.decode()) as { readonly error?: { readonly code?: unknown } } | null;
    const code = said?.error?.code;
    return typeof code === 'string' && code !== '' ? code : undefined;
  } catch {
    return undefined;
  }
}
