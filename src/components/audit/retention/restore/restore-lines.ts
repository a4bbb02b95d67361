import type { Session } from '../../../../db/contract.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import type { AuditEntry } from '../../entries/entry.ts';
import { selectTiles } from '../../export/queries.ts';
import { type ExportLine, readExportLine } from '../../proof/export-line.ts';
import { tileWidth } from '../../proof/tile.ts';
import { retentionErrors } from '../errors.ts';
import { asRetention } from '../queries.ts';
import { deleteRestoredOtherwise, insertRestored, type RestoredEntry } from './queries.ts';

const day = 86_400_000;
/** Milliseconds for which entries are given back at most: who wants them for longer says so again. */
const longestRestored = 366 * day;

export interface Restoring {
  /** Empty: of the environment itself. */
  readonly tenantId: string;
  readonly lines: readonly string[];
  readonly until: Date;
  readonly now: Date;
}

/**
 * Gives back what was taken out of a chain, by the lines of its archive. Nothing that is sent is believed: each must have
 * the hash that the tree has at its place. In their old order of transactions they stand before all others, so that
 * nobody who follows entries is told of them again.
 *
 * @throws `audit/not-of-this-chain`, `audit/until-past`, `audit/until-too-late`, and then nothing was restored
 */
export async function restoreLines(
  session: Session,
  { lines, now, tenantId, until }: Restoring,
): Promise<{ readonly restored: number; readonly present: number }> {
  if (until <= now) throw makeError(retentionErrors.untilPast, { message: `${until.toISOString()} is over.` });
  if (until.getTime() - now.getTime() > longestRestored) {
    throw makeError(retentionErrors.untilTooLate, {
      message: `${until.toISOString()} is more than ${longestRestored / day} days away.`,
      param: '/until',
    });
  }
  const read = lines.map((line, index) => {
    const bytes = Buffer.from(line, 'utf8').toString('latin1');
    const found = readExportLine(bytes);
    if (found === null || !found.isSound) throw notOfChain(index);
    return { line: bytes, found };
  });
  const places = new Set(read.map(({ found }) => tileIndex(found)));
  const tiles = await selectTiles(
    session,
    tenantId,
    [...places].map((index) => ({ level: 0, index })),
  );
  const leaves = new Map(tiles.map(({ hashes, index }) => [index, hashes]));
  const entries = read.map(({ found, line }, index): RestoredEntry => {
    const kept = leaves.get(tileIndex(found))?.[(found.sequence - 1) % tileWidth];
    if (kept !== found.leaf) throw notOfChain(index);
    const body = bodyOf(line);
    return { ...found, body, entry: JSON.parse(body) as AuditEntry };
  });
  const restored = await asRetention(session, async () => {
    // What was given back already stays for as long as is said now, longer or shorter.
    const again = await deleteRestoredOtherwise(session, tenantId, entries, until);
    return (await insertRestored(session, tenantId, entries, until)) - again;
  });
  return { restored, present: entries.length - restored };
}

function notOfChain(index: number): Error {
  return makeError(retentionErrors.notOfChain, {
    message: `Line ${index + 1} is no entry that was taken out of this chain.`,
    param: `/lines/${index}`,
  });
}

function tileIndex({ sequence }: ExportLine): number {
  return Math.floor((sequence - 1) / tileWidth);
}

/** The stored text. @param line that has been read, each character a byte */
function bodyOf(line: string): string {
  const [head = '', bytes = ''] = /^[^{]*\{[^,]*,[^,]*,[^,]*,"bytes":(\d+),/u.exec(line) ?? [];
  return Buffer.from(`{${line.slice(head.length, head.length + Number(bytes) - 2)}}`, 'latin1').toString('utf8');
}
