import { createHash } from 'node:crypto';
import type { SendBytes, Session } from '../../../db/contract.ts';
import type { EntryFormat, EntrySource } from '../formats/format.ts';
import type { ExportManifest } from '../formats/manifest.ts';
import { ndjson } from '../formats/ndjson.ts';
import { type ExportScope, linesOf, selectCheckpoint, selectRange } from './queries.ts';
import { readLine } from './read-line.ts';
import { Slices } from './slices.ts';
import { WholeLines } from './whole-lines.ts';

/** What an export is written with besides the database. */
export interface ExportTarget {
  readonly format: EntryFormat;
  readonly source: EntrySource;
  readonly send: (bytes: Uint8Array | string) => Promise<void>;
  /** One transaction that reads. */
  readonly read: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
  readonly now: () => Date;
}

/** What the manifest says of what was asked for. */
export type ExportRequest = Pick<ExportManifest, 'format' | 'project' | 'environment' | 'filter'>;

/**
 * Writes the sealed entries of one chain behind `after`, as far as it goes at this moment, and its manifest at the end.
 * In constant memory, whatever there is to write and however slowly it is taken.
 */
export async function writeExport(
  scope: ExportScope,
  after: number,
  request: ExportRequest,
  { format, now, read, send, source }: ExportTarget,
): Promise<void> {
  const hash = createHash('sha256');
  let bytes = 0;
  const sendHashed = async (text: Uint8Array | string): Promise<void> => {
    hash.update(text);
    bytes += text.length;
    await send(text);
  };
  // Who goes on behind an entry has the beginning already.
  if (after === 0 && format.beginning !== '') await sendHashed(format.beginning);
  const range = await read((session) => selectRange(session, scope, after));
  let entries = 0;
  if (range !== null) {
    const slices = new Slices(range);
    const sendLines = format === ndjson ? sendHashed : encoded(format, source, sendHashed);
    for (let slice = slices.take(); slice !== undefined; slice = slices.take()) {
      const part = slice;
      const before = bytes;
      entries += await read((session) => session.streamLines(linesOf(session, scope, part), sendLines));
      slices.cameTo(bytes - before);
    }
  }
  const manifest: ExportManifest = {
    version: 1,
    ...request,
    tenantId: scope.tenant === '' ? null : scope.tenant,
    entries,
    first: range?.first ?? null,
    last: range?.last ?? null,
    sha256: `sha256:${hash.digest('hex')}`,
    checkpoint: range === null ? null : await read((session) => selectCheckpoint(session, scope.tenant, range.last)),
    at: now().toISOString(),
  };
  await send(format.encodeManifest(manifest, source));
}

/** Lines of NDJSON, which the database writes, in another format. */
function encoded(format: EntryFormat, source: EntrySource, send: (text: string) => Promise<void>): SendBytes {
  const whole = new WholeLines();
  return async (bytes) => {
    const lines = whole.take(bytes);
    if (lines === undefined) return;
    const text = Buffer.from(lines.buffer, lines.byteOffset, lines.length - 1).toString();
    await send(format.encode(text.split('\n').map(readLine), source));
  };
}
