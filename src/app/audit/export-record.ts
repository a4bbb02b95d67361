import { join } from 'node:path';
import { canonicalJson } from '../../engine/canonical-json.ts';
import { isJsonObject } from '../../engine/json.ts';
import { isPlatformError, makeError } from '../../engine/platform-error/index.ts';
import type { Host } from '../../host/contract.ts';
import { isFileProblem } from '../../host/file-problem.ts';
import type { AuditClient, ChainsToExport, EntryQuery, ExportQuery } from '../audit-client.ts';
import { commandErrors, usageError } from '../command-errors.ts';
import { exportErrors } from './errors.ts';
import { exportEntries } from './export-entries.ts';
import { chainFile, listFile, recordFiles } from './record-files.ts';

export interface RecordOptions {
  /** What every chain is asked for. */
  readonly query: Omit<ExportQuery, 'tenant' | 'after' | 'arrived'>;
  /** Made where it is not there. */
  readonly directory: string;
  /** Go on with what is in it already. */
  readonly resume: boolean;
  /** Told again and again of the chains that are done, and of the lines and bytes of the present one. */
  readonly progress: (done: ChainsDone, lines: number, bytes: number) => void;
}

export interface ChainsDone {
  readonly done: number;
  readonly of: number;
}

/** What was exported, all of it: what is cut off is an error. */
export interface ExportedRecord {
  readonly directory: string;
  readonly format: string;
  readonly chains: number;
  readonly entries: number;
}

type Client = Pick<AuditClient['audit'], 'chains' | 'export'>;

/**
 * Exports every chain of the environment into a file of its own, one after the other, and before them the signed list of
 * the chains there are. One of which entries are missing does not hold the others up.
 *
 * @throws what {@link exportEntries} throws; `cli/exists` for a folder that holds something already
 */
export async function exportRecord(
  audit: Client,
  { directory, progress, query, resume }: RecordOptions,
  { files }: Pick<Host, 'files'>,
): Promise<ExportedRecord> {
  const there = (await recordFiles(directory, files)) ?? [];
  if (there.length > 0 && !resume) {
    throw makeError(commandErrors.exists, {
      message: `${directory} holds files already.`,
      details: { hint: 'Name another folder, or go on with this one by --resume.' },
    });
  }
  const list = there.length > 0 ? await keptList(audit, query, directory, files) : await newList(audit, query);
  const places = list.chains.chains.map(({ tenantId }) => ({ tenantId, file: chainFile(tenantId, query.format) }));
  const expected = new Set([listFile, ...places.map(({ file }) => file)]);
  const stranger = there.find((file) => !expected.has(file));
  if (stranger !== undefined) {
    throw usageError(`${join(directory, stranger)} is not of this export.`, 'Give the format that it began with.');
  }
  if (there.length === 0) await files.write(join(directory, listFile), `${JSON.stringify(list, null, 2)}\n`);
  let entries = 0;
  const broken: { readonly file: string; readonly message: string }[] = [];
  for (const [done, { file, tenantId }] of places.entries()) {
    const options = {
      query: { ...query, ...(tenantId === null ? {} : { tenant: tenantId }) },
      from: list.chains,
      file: join(directory, file),
      resume: there.length > 0,
      standardOutput: noOutput,
      progress: (lines: number, bytes: number) => progress({ done, of: places.length }, lines, bytes),
    };
    try {
      entries += (await exportEntries(audit, options, { files })).entries;
    } catch (error) {
      if (!isPlatformError(error) || error.code !== exportErrors.missing.code) throw error;
      broken.push({ file: options.file, message: error.message });
    }
  }
  const [first, ...others] = broken;
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` So it is in ${others.map(({ file }) => file).join(', ')}.`;
    throw makeError(exportErrors.missing, { message: `${first.file}: ${first.message}${more}` });
  }
  return { directory, format: query.format, chains: places.length, entries };
}

/** As it is kept: how entries are written down stands beside what was signed. */
interface KeptList extends ChainsToExport {
  readonly asked: { readonly format: string; readonly personal: boolean };
}

async function newList(audit: Client, query: RecordOptions['query']): Promise<KeptList> {
  const { format, personal = false } = query;
  return { ...(await audit.chains(filterOf(query))), asked: { format, personal } };
}

/** Which entries; not how they are written down. */
function filterOf(query: RecordOptions['query']): EntryQuery {
  const { format: _, personal: __, ...filter } = query;
  return filter;
}

/** The list that the export began with. @throws `cli/usage` for what began with other options, or is no export */
async function keptList(
  audit: Client,
  query: RecordOptions['query'],
  directory: string,
  files: Host['files'],
): Promise<KeptList> {
  const kept = await readList(join(directory, listFile), files);
  const now = await newList(audit, query);
  const asked = ({ asked: how, chains: { environment, filter, project } }: KeptList): string =>
    canonicalJson({ environment, filter, how, project });
  if (asked(kept) === asked(now)) return kept;
  throw usageError(`${directory} was begun with other options.`, 'Give the options that it began with.');
}

async function readList(path: string, files: Host['files']): Promise<KeptList> {
  try {
    const list: unknown = JSON.parse((await files.readText(path)) ?? '');
    if (isKeptList(list)) return list;
  } catch (error) {
    const isAbsent = isFileProblem(error) && error.problem === 'not-found';
    if (!isAbsent && !(error instanceof SyntaxError)) throw error;
  }
  throw usageError(`${path} is no list of chains to go on with.`, 'Export into another folder.');
}

function isKeptList(list: unknown): list is KeptList {
  if (!isJsonObject(list) || !isJsonObject(list['chains']) || !isJsonObject(list['asked'])) return false;
  const { chains, environment, filter, project } = list['chains'];
  return (
    typeof project === 'string' &&
    typeof environment === 'string' &&
    isJsonObject(filter) &&
    Array.isArray(chains) &&
    chains.every((one) => isJsonObject(one) && (one['tenantId'] === null || typeof one['tenantId'] === 'string'))
  );
}

const noOutput = {
  write: () => Promise.reject(new RangeError('every chain has a file')),
  close: () => Promise.resolve(),
};
