import { makeError, PlatformError } from '../../../engine/platform-error/index.ts';
import type { Host } from '../../../host/contract.ts';
import type { OperationContext } from '../../../server/operation-context.ts';
import type { Ports } from '../../ports.ts';
import { authenticationOf } from '../entries/authentication-of.ts';
import { leaveEntries } from '../entries/statements.ts';
import type { WrittenEntry } from '../entries/written-entry.ts';
import { recordErrors } from './errors.ts';
import { fingerprintOf, isFingerprintOf } from './fingerprint.ts';
import { writeNewEntry } from './new-entry.ts';
import { problemOf } from './problem-of.ts';
import { insertReceipts, receiptName, type ReceiptRow, selectReceipts } from './queries.ts';
import { contentOf, type Sent, tenantOf } from './sent.ts';
import { whenItHappened } from './when-it-happened.ts';

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
  /** By its key, which entry of these is the first that has it. */
  const claimed = new Map<string, number>();
  const fresh: WrittenEntry[] = [];
  const outcomes = written.map((one, index): Outcome => {
    if (one instanceof PlatformError) return { problem: one };
    const receipt = receipts[index];
    const name = receipt === undefined ? undefined : receiptName(receipt);
    // The same key may come twice in one request: the first of them is the entry.
    const first = name === undefined ? undefined : claimed.get(name);
    const before = first === undefined ? earlier.get(name ?? '') : receipts[first];
    const now = sent[index];
    if (before !== undefined && now !== undefined) {
      const recorded = asBefore(before, now, masterKey);
      if (recorded !== undefined) return { recorded };
      const isTogether = first !== undefined && sent[first]?.context === now.context;
      return { problem: keyReused(before, now, isTogether ? [first, index] : undefined) };
    }
    if (name !== undefined) claimed.set(name, index);
    fresh.push(one);
    return { recorded: { id: one.entry.id, recordedAt: one.recordedAt.toISOString(), duplicate: false } };
  });
  leaveEntries(session, fresh);
  return outcomes;
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
      authentication: authenticationOf(caller),
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

function asBefore(before: ReceiptRow, now: Sent, masterKey: Uint8Array | null): Recorded | undefined {
  if (!isFingerprintOf(before.contentHash, contentOf(now), masterKey)) return undefined;
  return { id: before.entryId, recordedAt: before.recordedAt.toISOString(), duplicate: true };
}

/** @param together the numbers of two entries of one request that have the key; undefined: it is of an earlier one */
function keyReused(
  { entryId, key }: ReceiptRow,
  { pointer }: Sent,
  together: readonly [first: number, second: number] | undefined,
): PlatformError {
  return makeError(recordErrors.keyReused, {
    message:
      together === undefined
        ? `Under the key '${key}' the entry ${entryId} was recorded, which says something else.`
        : `The entries ${together.join(' and ')} of the request have the same key '${key}', and say different things.`,
    param: `${pointer}/key`,
  });
}
