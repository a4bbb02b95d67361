import { createHmac } from 'node:crypto';
import { makeError } from '../../engine/platform-error/index.ts';
import type { Operation } from '../operation.ts';
import type { OperationInput } from '../operation-context.ts';
import { idempotencyErrors } from './errors.ts';

/** Only what changes something can be done twice by mistake. */
export function isMutation(operation: Pick<Operation, 'method' | 'transaction'>): boolean {
  return operation.method !== 'GET' && operation.transaction !== 'read' && operation.transaction !== 'none';
}

/** The `Idempotency-Key` of a request, undefined when it has none. */
export function readIdempotencyKey(header: string | readonly string[] | undefined): string | undefined {
  if (header === undefined) {
    return undefined;
  }
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,255}$/.test(header)) {
    throw makeError(idempotencyErrors.malformedKey, {
      message: 'An Idempotency-Key is 1 to 255 visible ASCII characters.',
      param: 'Idempotency-Key',
    });
  }
  return header;
}

/**
 * Tells whether two requests are the same. Keyed by the master key, since the body may be a short secret that
 * a plain hash would give away to whoever holds a dump and tries values.
 */
export function hashRequest(masterKey: Uint8Array | null, operation: string, input: OperationInput): string {
  const text = JSON.stringify([operation, input.params, input.query, input.body ?? null]);
  return createHmac('sha256', masterKey ?? new Uint8Array())
    .update('idempotency')
    .update(text)
    .digest('hex');
}
