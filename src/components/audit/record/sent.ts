import type { JsonObject } from '../../../engine/json.ts';
import { toJsonObject } from '../../../engine/to-json.ts';
import type { OperationContext } from '../../../server/operation-context.ts';
import type { NewEntry } from './new-entry.ts';

/** An entry to be recorded, and where it stands in its request. Those of one request have one `context`. */
export interface Sent {
  readonly context: Pick<OperationContext, 'caller' | 'requestId' | 'now'>;
  readonly entry: NewEntry;
  /** JSON Pointer; empty: the body itself. */
  readonly pointer: string;
}

export function tenantOf({ context: { caller }, entry }: Sent): string | undefined {
  return entry.tenantId ?? caller.tenantId ?? undefined;
}

/**
 * What is the same when an entry comes again. A key is of its tenant's, wherever in the request that was named, and
 * whichever API key it is sent with: whoever sends again what was not answered may have another one by then.
 */
export function contentOf({ entry }: Sent): JsonObject {
  const { key: _, tenantId: __, ...content } = entry;
  return toJsonObject(content);
}
