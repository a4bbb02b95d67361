import type { JsonObject } from '../../../engine/json.ts';
import type { Session } from '../../../db/contract.ts';
import type { EntryFormat, EntrySource } from '../formats/format.ts';
import type { ExportManifest } from '../formats/manifest.ts';
import { ndjson } from '../formats/ndjson.ts';
import { keyOf, signedManifestLine } from '../proof/manifest-line.ts';
import type { NoteSigner } from '../proof/note.ts';
import {
  type ExportScope,
  hasGaps,
  type SequenceRange,
  selectCheckpoint,
  selectPending,
  selectRange,
} from './queries.ts';
import { missingOf, missingProblem } from './missing-entries.ts';
import { SkippedRoots } from './skipped-roots.ts';
import { type ArrivedPart, type Send, Tally } from './tally.ts';
import { sendEncoded, sendLines } from './write-lines.ts';
import { writeRange } from './write-range.ts';

/** What an export is written with besides the database. */
export interface ExportTarget extends ArrivedPart {
  readonly format: EntryFormat;
  readonly source: EntrySource;
  /** One transaction that reads. */
  readonly read: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
  /** Who signs exports; null where nobody can. */
  readonly signer: (session: Session) => Promise<NoteSigner | null>;
  readonly now: () => Date;
  /** Milliseconds for which a transaction waits for whoever takes what it reads. */
  readonly patience?: number;
  /** Told of an entry that is missing, and that no retention took out. */
  readonly report?: (problem: Error) => void;
}

/** What the manifest says of what was asked for. */
export type ExportRequest = Pick<ExportManifest, 'format' | 'project' | 'environment' | 'filter' | 'personal'>;

/** An export before its first byte. */
export interface ExportWriter {
  /** Holds what arrived before against this export, which is read up to there. Sends nothing. */
  readonly check: () => Promise<void>;
  /** Sends what is new, after {@link ExportWriter.check} where nobody has called that. Once. */
  readonly write: (send: Send) => Promise<void>;
}

/**
 * Writes the sealed entries of one chain behind `after`, and at the end its manifest. It goes as far as the newest signed
 * checkpoint, which is a second behind at most, so that the checkpoint covers all of it; where nothing is signed, as far
 * as the chain. In constant memory, whatever there is to write and however slowly it is taken. What arrived of another
 * export is refused as `audit/other-beginning`, before anything is sent.
 */
export function exportWriter(
  scope: ExportScope,
  after: number,
  request: ExportRequest,
  target: ExportTarget,
): ExportWriter {
  let begun: Promise<ExportWriter['write']> | undefined;
  const begin = (): Promise<ExportWriter['write']> => (begun ??= passArrived(scope, after, request, target));
  return {
    check: async () => void (await begin()),
    write: async (send) => (await begin())(send),
  };
}

/** Comes to where something new begins. @returns what writes that */
async function passArrived(
  scope: ExportScope,
  after: number,
  request: ExportRequest,
  { arrived, arrivedHash, format, now, patience, read, report, signer: findSigner, source }: ExportTarget,
): Promise<ExportWriter['write']> {
  const tally = new Tally({ arrived, arrivedHash });
  if (arrived > 0) tally.pass(format.beginning);
  const { checkpoint, holdsLines, isWhole, range, signer } = await read(async (session) => {
    const newest = await selectCheckpoint(session, scope.tenant);
    const upTo = Math.min(newest?.size ?? Number.MAX_SAFE_INTEGER, scope.upTo ?? Number.MAX_SAFE_INTEGER);
    const found = await selectRange(session, scope, { first: after + 1, last: upTo });
    return {
      checkpoint: newest,
      holdsLines: session.holdsLines,
      range: found,
      isWhole: !isFiltered(scope) && (found === null || !(await hasGaps(session, scope.tenant, found.first))),
      signer: await findSigner(session),
    };
  });
  const isProven = format === ndjson;
  // What a filter or retention leaves out is proven by the tree, and needs a checkpoint that it is held against.
  const skipped = isProven && !isWhole && checkpoint !== null ? new SkippedRoots(scope.tenant) : null;
  const handling = skipped !== null ? 'gathered' : holdsLines ? 'held' : 'streamed';
  const writePart = (part: SequenceRange): Promise<void> => {
    const lines = isProven ? sendLines(tally, scope.personal) : sendEncoded(tally, format, source);
    return writeRange(scope, part, { handling, lines, now, patience, read, skipped, tally });
  };
  if (range !== null) await writePart({ ...range, last: Math.min(range.last, arrived) });
  tally.holdArrived();
  return async (send) => {
    tally.sendTo(send);
    if (arrived === 0) await tally.send(format.beginning);
    if (range !== null) await writePart({ ...range, first: Math.max(range.first, arrived + 1) });
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
  };
}

/** By more than time. */
function isFilteredByMore({ filter, ...scope }: ExportScope): boolean {
  const { since: _, until: __, ...rest } = filter;
  return isFiltered({ ...scope, filter: rest });
}

function isFiltered({ filter, only, upTo }: ExportScope): boolean {
  return Object.keys(filter).length > 0 || only !== undefined || upTo !== undefined;
}
