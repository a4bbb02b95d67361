import { isJsonObject, type Json } from '../../engine/json.ts';
import { masterKeyLength, openSecret, sealSecret } from '../../engine/sealing/seal-secret.ts';
import type { Random } from '../../host/contract.ts';
import type { Answer } from '../answer.ts';
import type { IdempotencyId } from './queries.ts';

/**
 * The column `body` of a stored answer. The text is kept as text, so that a replay gives back the very bytes.
 * `sealed` (base64) takes the place of everything for answers that hold a secret; an answer that could not be
 * sealed, for want of a master key, keeps neither.
 */
export function packAnswer(
  answer: Answer,
  sealing: { readonly masterKey: Uint8Array | null; readonly random: Random } | null,
  id: IdempotencyId,
): Json {
  const plain = { headers: { ...answer.headers }, ...(answer.text === undefined ? {} : { text: answer.text }) };
  if (sealing === null) {
    return plain;
  }
  if (sealing.masterKey === null) {
    return {};
  }
  const sealed = sealSecret(sealing.masterKey, sealing.random.bytes(12), contextOf(id), JSON.stringify(plain));
  return { sealed: Buffer.from(sealed).toString('base64') };
}

/** Null when the answer was not kept, or was sealed with another master key. */
export function unpackAnswer(
  stored: { readonly status: number; readonly body: Json },
  masterKey: Uint8Array | null,
  id: IdempotencyId,
): Answer | null {
  const body = isJsonObject(stored.body) ? stored.body : {};
  const sealed = body['sealed'];
  if (typeof sealed === 'string') {
    const opened =
      masterKey?.length === masterKeyLength
        ? openSecret(masterKey, contextOf(id), Buffer.from(sealed, 'base64'))
        : null;
    return opened === null ? null : readPlain(stored.status, JSON.parse(opened));
  }
  return readPlain(stored.status, body);
}

function readPlain(status: number, plain: Json): Answer | null {
  if (!isJsonObject(plain) || !isJsonObject(plain['headers'])) {
    return null;
  }
  const headers = Object.entries(plain['headers']).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  const text = plain['text'];
  return { status, headers: Object.fromEntries(headers), text: typeof text === 'string' ? text : undefined };
}

function contextOf(id: IdempotencyId): readonly string[] {
  return ['idempotency', id.environmentId, id.caller, id.operation, id.key];
}
