import { makeError } from '../../engine/platform-error/index.ts';
import { isFileProblem } from '../../host/file-problem.ts';
import type { FileWriter, Host } from '../../host/contract.ts';
import type { AuditClient, ExportQuery } from '../audit-client.ts';
import { commandErrors, usageError } from '../command-errors.ts';
import { ArrivedLines } from './arrived-lines.ts';
import { exportErrors } from './errors.ts';
import type { ArrivedManifest } from './read-manifest.ts';
import { type ExportedFrom, ofFile, refuseOtherExport } from './refuse-other-export.ts';
import { isHeading, sequenceOfLine } from './sequence-of-line.ts';

export interface ExportOptions {
  readonly query: ExportQuery;
  readonly from: ExportedFrom;
  /** Null: standard output. */
  readonly file: string | null;
  /** Go on with what is in the file already. */
  readonly resume: boolean;
  readonly standardOutput: FileWriter;
  /** Told of the lines that are there, again and again. */
  readonly progress: (lines: number, bytes: number) => void;
}

/** What was exported, all of it: what is cut off is an error. */
export interface ExportedEntries {
  /** Null: to standard output. */
  readonly file: string | null;
  readonly format: string;
  /** Whose chain it is: the key's own tenant, where it has one and none was named. Null: of the environment itself. */
  readonly tenantId: string | null;
  readonly entries: number;
  /** The place in the chain behind which it went on; null: it was not resumed. */
  readonly resumedAfter: number | null;
  /** `sha256:…` of all that stands before the manifest. */
  readonly sha256: string;
}

/**
 * Exports entries into a file, piece by piece, and holds what has arrived against the manifest at its end.
 *
 * @throws `cli/export-cut-off` when the manifest did not come, `cli/export-changed` when it says something else,
 *   `cli/entries-missing` when it says that the chain is not whole; `cli/usage` or `cli/export-changed` for a file that
 *   is to be gone on with and is of another export, to which nothing is written
 */
export async function exportEntries(
  audit: Pick<AuditClient['audit'], 'export'>,
  options: ExportOptions,
  { files }: Pick<Host, 'files'>,
): Promise<ExportedEntries> {
  const { file, progress, query, resume, standardOutput } = options;
  const { arrived, lines } = await readArrived(options, files);
  if (lines.manifest() === null) {
    const part = arrived === null ? {} : { arrived, arrivedHash: lines.sha256OfAll() };
    const chunks = await audit.export({ ...query, ...part }).catch((problem: unknown) => {
      throw ofFile(problem, file);
    });
    const writer = file === null ? standardOutput : await files.openToWrite(file, lines.length);
    try {
      await copy(chunks, async (chunk) => {
        lines.add(chunk);
        await writer.write(chunk);
        progress(lines.count, lines.length);
      });
    } finally {
      await writer.close();
    }
  }
  const manifest = lines.manifest();
  if (manifest === null) {
    const hint = resume || file === null ? undefined : 'Go on with it by the same options and --resume.';
    throw cutOff(`The export ended without its manifest, after ${lines.count} lines.`, hint);
  }
  if (manifest.sha256 !== lines.sha256()) {
    throw makeError(exportErrors.changed, {
      message: `What arrived${file === null ? '' : ` in ${file}`} comes to ${lines.sha256()}, and the manifest says ${manifest.sha256}.`,
      ...(file === null ? {} : { details: { hint: 'Remove that file, and export it anew.' } }),
    });
  }
  if (manifest.missing !== null) throw missingEntries(manifest.missing, file);
  const { asked, entries, sha256 } = manifest;
  return { file, format: query.format, tenantId: asked.tenantId, entries, resumedAfter: arrived, sha256 };
}

interface Arrived {
  readonly lines: ArrivedLines;
  /** The last entry that arrived whole, where the file is gone on with. */
  readonly arrived: number | null;
}

/** What is in the file, cut off behind the last line that is whole. */
async function readArrived({ file, from, query, resume }: ExportOptions, files: Host['files']): Promise<Arrived> {
  const nothing = { lines: new ArrivedLines(query.format), arrived: null };
  if (file === null) return nothing;
  const isHere = await isThere(file, files);
  if (isHere && !resume) {
    throw makeError(commandErrors.exists, {
      message: `${file} is there already.`,
      details: { hint: 'Name another file, or go on with this one by --resume.' },
    });
  }
  if (!isHere) return nothing;
  const lines = new ArrivedLines(query.format);
  for await (const piece of files.read(file)) lines.add(piece);
  if (lines.areExported) {
    const last = lines.cutToWhole();
    if (last === null || isHeading(query.format, last)) return nothing;
    const manifest = lines.manifest();
    if (manifest !== null) {
      refuseOtherExport(file, manifest.asked, query, from);
      return { lines, arrived: null };
    }
    const sequence = sequenceOfLine(query.format, last);
    if (sequence !== undefined) return { lines, arrived: sequence };
  }
  // Before anything of it is cut off: it may be somebody's only copy of something else.
  throw usageError(`${file} is no export as ${query.format}.`, 'Give the format that it began with.');
}

async function isThere(file: string, files: Host['files']): Promise<boolean> {
  try {
    await files.stat(file);
    return true;
  } catch (error) {
    if (isFileProblem(error) && error.problem === 'not-found') return false;
    throw error;
  }
}

/** A connection that breaks off is what `cut off` means; a file that cannot be written is not. */
async function copy(chunks: AsyncIterable<Uint8Array>, take: (chunk: Uint8Array) => Promise<void>): Promise<void> {
  const reader = chunks[Symbol.asyncIterator]();
  for (;;) {
    const next = await reader.next().catch((cause: unknown) => {
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw cutOff(`The export broke off: ${reason}.`, 'Go on with it by the same options and --resume.');
    });
    if (next.done === true) return;
    await take(next.value);
  }
}

function missingEntries({ first, last }: NonNullable<ArrivedManifest['missing']>, file: string | null): Error {
  const which = first === last ? `Entry ${first} is` : `Entries ${first} to ${last} are`;
  return makeError(exportErrors.missing, {
    message: `${which} missing from the chain, and no retention took any out there.`,
    details: { first, last, ...(file === null ? {} : { hint: `What is left is in ${file}: keep it.` }) },
  });
}

function cutOff(message: string, hint: string | undefined): Error {
  return makeError(exportErrors.cutOff, { message, ...(hint === undefined ? {} : { details: { hint } }) });
}
