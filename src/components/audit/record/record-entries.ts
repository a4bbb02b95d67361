import type { JsonObject } from '../../../engine/json.ts';
import { toJsonObject } from '../../../engine/to-json.ts';
import { makeError, PlatformError } from '../../../engine/platform-error/index.ts';
import type { Host } from '../../../host/contract.ts';
import type { OperationContext } from '../../../server/operation-context.ts';
import type { Ports } from '../../ports.ts';
import { leaveEntries } from '../entries/statements.ts';
import type { WrittenEntry } from '../entries/written-entry.ts';
import { recordErrors } from './errors.ts';
import { fingerprintOf, isFingerprintOf } from './fingerprint.ts';
import { type NewEntry, writeNewEntry } from './new-entry.ts';
import { isRetentions } from '../proof/said-pruning.ts';
import { insertReceipts, receiptName, type ReceiptRow, selectReceipts } from './queries.ts';
import { whenItHappened } from './when-it-happened.ts';

/** An entry to be recorded, and where it stands in its request. */
export interface Sent {
  readonly context: Pick<OperationContext, 'caller' | 'requestId' | 'now'>;
  readonly entry: NewEntry;
  /** JSON Pointer; empty: the body itself. */
  readonly pointer: string;
}

export interface Recorded {
  readonly id: string;
  readonly recordedAt: string;
  readonly duplicate: boolean;
}

export interface RecordDependencies {
  readonly host: Pick<Host, 'ids' | 'random'>;
  readonly ports: Pick<Ports, 'tenants' | 'locations'>;
  /** Null where the server has none. */
  readonly masterKey: Uint8Array | null;
}

type Outcome = { readonly recorded: Recorded } | { readonly problem: PlatformError };

/**
 * Records entries of the product, of one or of several requests, with the commit of the session's transaction. What is
 * wrong with one of them is its own outcome: whether the others of its request are recorded all the same is for the
 * caller to say.
 */
export async function recordEntries(
  { session }: Pick<OperationContext, 'session'>,
  sent: readonly Sent[],
  { host, masterKey, ports }: RecordDependencies,
): Promise<readonly Outcome[]> {
  const named = [...new Set(sent.flatMap((one) => tenantOf(one) ?? []))];
  const tenants = await ports.tenants?.find(session, named);
  const known = new Set(tenants?.map(({ id }) => id));
  const written = sent.map(
    (one) => problemOf(one, tenants === undefined ? undefined : known) ?? write(one, { host, ports }),
  );
  const receipts = written.map((one, index) =>
    one instanceof PlatformError ? undefined : receiptOf(one, sent[index], masterKey),
  );
  const asked = receipts.filter((receipt) => receipt !== undefined);
  const free = await insertReceipts(session, asked);
  const taken = asked.filter((receipt) => !free.has(receiptName(receipt)));
  const earlier = new Map(
    (
      await selectReceipts(
        session,
        taken.map(({ key }) => key),
      )
    ).map((row) => [receiptName(row), row] as const),
  );
  const claimed = new Set<string>();
  const fresh: WrittenEntry[] = [];
  const outcomes = written.map((one, index): Outcome => {
    if (one instanceof PlatformError) return { problem: one };
    const receipt = receipts[index];
    const name = receipt === undefined ? undefined : receiptName(receipt);
    // The same key may come twice in one request: the first of them is the entry.
    const before =
      name === undefined ? undefined : (earlier.get(name) ?? (claimed.has(name) ? ofRequest(name) : undefined));
    const now = sent[index];
    if (before !== undefined && now !== undefined) return asBefore(before, now, masterKey);
    if (name !== undefined) claimed.add(name);
    fresh.push(one);
    return { recorded: { id: one.entry.id, recordedAt: one.recordedAt.toISOString(), duplicate: false } };
  });
  leaveEntries(session, fresh);
  return outcomes;

  function ofRequest(name: string): ReceiptRow | undefined {
    return asked.find((receipt) => receiptName(receipt) === name);
  }
}

function tenantOf({ context: { caller }, entry }: Sent): string | undefined {
  return entry.tenantId ?? caller.tenantId ?? undefined;
}

function problemOf(sent: Sent, known: ReadonlySet<string> | undefined): PlatformError | undefined {
  const { caller } = sent.context;
  const { action, actor, tenantId } = sent.entry;
  if (isRetentions(action, actor)) {
    return makeError(recordErrors.retentionOnly, {
      message: `Only retention itself records '${action}' as ${actor.id}.`,
      param: `${sent.pointer}/action`,
    });
  }
  const param = `${sent.pointer}/tenantId`;
  if (caller.tenantId !== null && tenantId !== undefined && tenantId !== caller.tenantId) {
    return makeError(recordErrors.tenantMismatch, {
      message: `The entry names tenant ${tenantId}, and the request is about ${caller.tenantId}.`,
      param,
    });
  }
  const tenant = tenantOf(sent);
  if (tenant === undefined || known === undefined || known.has(tenant)) return undefined;
  return makeError(recordErrors.unknownTenant, { message: `The environment has no tenant ${tenant}.`, param });
}

function write(
  sent: Sent,
  { host: { ids, random }, ports: { locations } }: Pick<RecordDependencies, 'host' | 'ports'>,
): WrittenEntry | PlatformError {
  const { context, entry, pointer } = sent;
  const { caller, now, requestId } = context;
  const { timestamp } = entry;
  const happened = timestamp === undefined ? undefined : whenItHappened(timestamp);
  if (timestamp !== undefined && happened === undefined) {
    return makeError(recordErrors.impossibleTimestamp, {
      message: `The timestamp '${timestamp}' is, in UTC, not within the years 1 to 9999.`,
      param: `${pointer}/timestamp`,
    });
  }
  const tenantId = tenantOf(sent);
  const about = tenantId === undefined ? entry : { ...entry, tenantId };
  return writeNewEntry(
    about,
    {
      id: ids.next('aud'),
      environment: caller.environment,
      requestId,
      now,
      ...(happened === undefined ? {} : { happened }),
    },
    { random, locations },
  );
}

function receiptOf(
  { entry, recordedAt, tenantId }: WrittenEntry,
  sent: Sent | undefined,
  masterKey: Uint8Array | null,
): ReceiptRow | undefined {
  const key = sent?.entry.key;
  if (sent === undefined || key === undefined) return undefined;
  return { tenantId, key, entryId: entry.id, contentHash: fingerprintOf(contentOf(sent), masterKey), recordedAt };
}

/** A key is of its tenant's, wherever in the request that was named. */
function contentOf({ entry }: Sent): JsonObject {
  const { key: _, tenantId: __, ...content } = entry;
  return toJsonObject(content);
}

function asBefore(before: ReceiptRow, now: Sent, masterKey: Uint8Array | null): Outcome {
  if (!isFingerprintOf(before.contentHash, contentOf(now), masterKey)) {
    return {
      problem: makeError(recordErrors.keyReused, {
        message: `Under the key '${before.key}' the entry ${before.entryId} was recorded, which says something else.`,
        param: `${now.pointer}/key`,
      }),
    };
  }
  return { recorded: { id: before.entryId, recordedAt: before.recordedAt.toISOString(), duplicate: true } };
}
