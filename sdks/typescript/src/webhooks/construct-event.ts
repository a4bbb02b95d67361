import { ConfigurationError } from '../core/errors.ts';
import { isObject } from '../core/json.ts';
import type { ReceivedEvent } from '../types.ts';
import { bytesOf, type RawBody } from './raw-body.ts';
import { isSameSignature, requireSecrets, signatureOf } from './signature.ts';
import { readSignatureHeader } from './signature-header.ts';
import { WebhookSignatureError } from './webhook-signature-error.ts';

export interface ConstructEventOptions {
  /**
   * Seconds that the signature may be away from now, to either side; 0 turns the check off.
   * @default 300
   */
  readonly tolerance?: number | undefined;
}

/**
 * Verifies that Dream sent this, and gives the event: its `type` tells what its `data` is. To an endpoint with `thin`
 * only `id` and `type` are sent, and its `data` is `undefined`; `client.events.get(id)` has the rest.
 *
 * @typeParam Own What events of further types say, such as the `EventPayloads` of `dream generate types`.
 * @param rawBody The body byte for byte as it came, before anything parsed it.
 * @param signature The header `X-Platform-Signature`.
 * @param secret Of the webhook endpoint, `whsec_` included; several while they are being exchanged.
 * @throws WebhookSignatureError where it is not to be believed; its `code` says why.
 */
export async function constructEvent<Own extends object = object>(
  rawBody: RawBody,
  signature: string | readonly string[] | null | undefined,
  secret: string | readonly string[],
  options?: ConstructEventOptions | null,
): Promise<ReceivedEvent<Own>> {
  const { tolerance = 300 } = options ?? {};
  const secrets = requireSecrets(secret);
  if (typeof tolerance !== 'number' || !(tolerance >= 0)) {
    throw new ConfigurationError('tolerance must be 0 seconds or more');
  }
  const header = [signature ?? []].flat().join(',');
  if (header.trim() === '') {
    throw new WebhookSignatureError('missing-signature', 'There is no signature: pass the header X-Platform-Signature');
  }
  const { seconds, signatures } = readSignatureHeader(header);
  const body = bytesOf(rawBody);
  await requireMatch(body, seconds, signatures, secrets);
  requireRecent(Number(seconds), tolerance);
  // What Dream signed is what Dream wrote.
  return eventOf(body) as ReceivedEvent<Own>;
}

/** All are compared with all, so that the time tells nothing of which it was. */
async function requireMatch(
  body: Uint8Array,
  seconds: string,
  signatures: readonly string[],
  secrets: readonly string[],
): Promise<void> {
  const expected = await Promise.all(secrets.map((secret) => signatureOf(body, secret, seconds)));
  const matches = expected.flatMap((one) => signatures.filter((given) => isSameSignature(one, given)));
  if (matches.length > 0) return;
  throw new WebhookSignatureError(
    'no-match',
    'No signature matches: the secret is that of another endpoint, or the body is not byte for byte what was sent',
  );
}

function requireRecent(seconds: number, tolerance: number): void {
  const age = Date.now() / 1000 - seconds;
  if (tolerance === 0 || Math.abs(age) <= tolerance) return;
  const [code, where] = age > 0 ? (['too-old', 'ago'] as const) : (['too-new', 'from now'] as const);
  throw new WebhookSignatureError(
    code,
    `It was signed ${Math.abs(Math.round(age))} seconds ${where}, and ${tolerance} are tolerated: is it sent again, or a clock wrong?`,
  );
}

function eventOf(body: Uint8Array): object {
  let event: unknown;
  try {
    event = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    // Below, as for JSON that is no object.
  }
  if (isObject(event)) return event;
  throw new WebhookSignatureError('malformed-body', 'The body is signed, but no JSON object');
}
