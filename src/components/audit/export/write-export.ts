import type { JsonObject } from '../../../engine/json.ts';
import type { Session } from '../../../db/contract.ts';
import type { EntryFormat, EntrySource } from '../formats/format.ts';
import type { ExportManifest } from '../formats/manifest.ts';
import { ndjson } from '../formats/ndjson.ts';
import { originOf } from '../proof/checkpoint.ts';
import { keyOf, signedManifestLine } from '../proof/manifest-line.ts';
import type { NoteSigner } from '../proof/note.ts';
import {
  type ExportScope,
  hasGaps,
  linesOf,
  type SequenceRange,
  selectCheckpoint,
  selectPending,
  selectRange,
} from './queries.ts';
import type { SaidPruning } from '../../export-verifier-contract.ts';
import { SkippedRoots } from './skipped-roots.ts';
import { Slices } from './slices.ts';
import { type ArrivedPart, Tally } from './tally.ts';
import { sendEncoded, sendFiltered, sendLines } from './write-lines.ts';

/** What an export is written with besides the database. */
export interface ExportTarget extends ArrivedPart {
  readonly format: EntryFormat;
  readonly source: EntrySource;
  readonly send: (bytes: Uint8Array | string) => Promise<void>;
  /** One transaction that reads. */
  readonly read: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
  /** Who signs exports; null where nobody can. */
  readonly signer: (session: Session) => Promise<NoteSigner | null>;
  readonly now: () => Date;
  /** Told of an entry that is missing, and that no retention took out. */
  readonly report?: (problem: Error) => void;
}

/** What the manifest says of what was asked for. */
export type ExportRequest = Pick<ExportManifest, 'format' | 'project' | 'environment' | 'filter' | 'personal'>;

/**
 * Writes the sealed entries of one chain behind `after`, and at the end its manifest. It goes as far as the newest signed
 * checkpoint, which is a second behind at most, so that the checkpoint covers all of it; where nothing is signed, as far
 * as the chain. In constant memory, whatever there is to write and however slowly it is taken.
 *
 * @throws ConflictError `audit/other-beginning`, before anything is sent
 */
export async function writeExport(
  scope: ExportScope,
  after: number,
  request: ExportRequest,
  { arrived, arrivedHash, format, now, read, report, send, signer: findSigner, source }: ExportTarget,
): Promise<void> {
  const tally = new Tally(send, { arrived, arrivedHash });
  if (arrived > 0) tally.pass(format.beginning);
  else await tally.send(format.beginning);
  const { checkpoint, isWhole, range, signer } = await read(async (session) => {
    const newest = await selectCheckpoint(session, scope.tenant);
    const upTo = Math.min(newest?.size ?? Number.MAX_SAFE_INTEGER, scope.upTo ?? Number.MAX_SAFE_INTEGER);
    const found = await selectRange(session, scope, { first: after + 1, last: upTo });
    return {
      checkpoint: newest,
      range: found,
      isWhole: !isFiltered(scope) && (found === null || !(await hasGaps(session, scope.tenant, found.first))),
      signer: await findSigner(session),
    };
  });
  const isProven = format === ndjson;
  // What a filter or retention leaves out is proven by the tree, and needs a checkpoint that it is held against.
  const skipped = isProven && !isWhole && checkpoint !== null ? new SkippedRoots(scope.tenant) : null;
  if (range !== null) {
    const sendAll = isProven ? sendLines(tally, scope.personal) : sendEncoded(tally, format, source);
    await writeRange(scope, range, tally, { now, read }, skipped, sendAll);
  }
  tally.holdArrived();
  const size = checkpoint?.size ?? 0;
  const isComplete = tally.first === after + 1 && tally.entries === size - after;
  const pending =
    isFilteredByMore(scope) || isComplete ? [] : await read((session) => selectPending(session, scope.tenant, size));
  const missing = isWhole && skipped === null ? missingOf(tally, size, pending) : null;
  if (missing !== null) report?.(missingProblem(missing, scope.tenant, request));
  const manifest: ExportManifest = {
    version: 1,
    ...request,
    tenantId: scope.tenant === '' ? null : scope.tenant,
    entries: tally.entries,
    first: tally.first,
    last: tally.last,
    sha256: tally.sha256(),
    checkpoint: checkpoint?.note ?? null,
    at: now().toISOString(),
    // Where nothing is signed, none of them ever will be.
    ...(pending.length === 0 || !isProven || checkpoint === null ? {} : { pending }),
    ...(missing === null ? {} : { missing }),
  };
  if (!isProven) {
    await send(format.encodeManifest(manifest, source));
    return;
  }
  const behind = { from: tally.last ?? 0, to: checkpoint?.size ?? 0 };
  const [rest] = skipped === null || tally.entries === 0 ? [] : await skipped.of([behind], read);
  const proof = tally.prover.finish(keyOf(signer), rest);
  await send(signedManifestLine({ ...manifest, proof } as unknown as JsonObject, signer));
}

async function writeRange(
  scope: ExportScope,
  range: SequenceRange,
  tally: Tally,
  { now, read }: Pick<ExportTarget, 'now' | 'read'>,
  skipped: SkippedRoots | null,
  sendAll: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const slices = new Slices(range, skipped === null ? 'streamed' : 'gathered');
  for (let slice = slices.take(); slice !== undefined; slice = slices.take()) {
    const part = slice;
    const [before, begin] = [tally.bytes, now().getTime()];
    if (skipped === null) {
      await read((session) => session.streamLines(linesOf(session, scope, part), sendAll));
    } else {
      const lines: Uint8Array[] = [];
      const gather = async (bytes: Uint8Array): Promise<void> => void lines.push(bytes);
      await read((session) => session.streamLines(linesOf(session, scope, part), gather));
      await sendFiltered(tally, Buffer.concat(lines), skipped, read);
    }
    slices.cameTo(tally.bytes - before, now().getTime() - begin);
  }
}

/**
 * The first entries that are missing between others or behind them, in an export of which nothing should be.
 *
 * @throws Error where retention took them out meanwhile: what was sent does not show that it might
 */
function missingOf({ gaps, last }: Tally, size: number, pending: readonly SaidPruning[]): SequenceRange | null {
  if (last !== null) gaps.leave(last + 1, size, 0);
  if (gaps.entries === 0) return null;
  for (const pruning of pending) gaps.hear(pruning);
  const [first] = gaps.unspoken;
  if (first !== undefined) return { first: first.first, last: first.last };
  throw new Error('Entries were taken out of the chain while it was exported, by retention. Export it anew.');
}

function missingProblem(
  { first, last }: SequenceRange,
  tenant: string,
  { environment, project }: ExportRequest,
): Error {
  const which = first === last ? `Entry ${first} is` : `Entries ${first} to ${last} are`;
  const origin = originOf({ project, environment, tenantId: tenant });
  return new Error(`${which} missing from the chain ${origin}, and nothing says that retention took any out there.`);
}

/** By more than time. */
function isFilteredByMore({ filter, ...scope }: ExportScope): boolean {
  const { since: _, until: __, ...rest } = filter;
  return isFiltered({ ...scope, filter: rest });
}

function isFiltered({ filter, only, upTo }: ExportScope): boolean {
  return Object.keys(filter).length > 0 || only !== undefined || upTo !== undefined;
}
