import type { Configuration } from '../../engine/configuration.ts';
import { nearest } from '../../engine/validate/did-you-mean.ts';
import type { Host } from '../../host/contract.ts';
import { type Mention, flagMentions } from './flag-mentions.ts';
import { sourceFiles } from './source-files.ts';
import { sourceText } from './source-text.ts';

export interface Reference extends Omit<Mention, 'key'> {
  /** Relative to the directory that was searched. */
  readonly file: string;
}

export interface FlagReferences {
  /** By key, those that are named nowhere included. */
  readonly flags: readonly {
    readonly key: string;
    /** In all environments, so that code asks for it in vain. */
    readonly archived: boolean;
    readonly references: readonly Reference[];
  }[];
  /** Keys that code asks for and no file of the project describes. */
  readonly unknown: readonly {
    readonly key: string;
    /** The flag that was probably meant. */
    readonly likely: string | null;
    readonly references: readonly Reference[];
  }[];
  readonly files: number;
}

/** Larger files are data, or made by a program. */
const largestFile = 2_000_000;

/** Where the source files below a directory name the flags of the project. */
export async function findReferences(
  configuration: Configuration,
  directory: string,
  host: Host,
): Promise<FlagReferences> {
  const archived = archivedByKey(configuration);
  const keys = [...archived.keys()].toSorted();
  const flags = new Map<string, Reference[]>(keys.map((key) => [key, []]));
  const unknown = new Map<string, Reference[]>();
  const files = await sourceFiles(directory, host);
  for (const file of files) {
    const source = await readText(`${directory}/${file}`, host);
    if (source === null) continue;
    for (const { key, ...place } of flagMentions(source, (name) => flags.has(name))) {
      const references = flags.get(key) ?? unknown.get(key) ?? [];
      if (!flags.has(key)) unknown.set(key, references);
      references.push({ file, ...place });
    }
  }
  return {
    flags: keys.map((key) => ({ key, archived: archived.get(key) === true, references: flags.get(key) ?? [] })),
    unknown: [...unknown]
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, references]) => ({ key, likely: nearest(key, keys) ?? null, references })),
    files: files.length,
  };
}

function archivedByKey(configuration: Configuration): ReadonlyMap<string, boolean> {
  const keys = new Map<string, boolean>();
  for (const environment of configuration.environments.keys()) {
    for (const { body, key, kind } of configuration.desiredState(environment).resources)
      if (kind === 'Flag') keys.set(key, keys.get(key) !== false && body['state'] === 'archived');
  }
  return keys;
}

/** Null for what is deleted but still known to Git, too large, or no text. */
async function readText(path: string, host: Host): Promise<string | null> {
  try {
    const { size, type } = await host.files.stat(path);
    if (type !== 'file' || size > largestFile) return null;
    return sourceText(await host.files.readBytes(path));
  } catch {
    return null;
  }
}
