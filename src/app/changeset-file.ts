import { type Changeset, changesetFormatVersion } from '../engine/changeset/changeset.ts';
import { changeErrors } from '../engine/changeset/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../engine/json.ts';
import { makeError, type PlatformError } from '../engine/platform-error/index.ts';
import type { Host } from '../host/contract.ts';
import { commandErrors, usageError } from './command-errors.ts';

/**
 * Saves what `dream plan` computed. The file holds bodies as the files have them, and never a secret's value.
 * @throws PlatformError `cli/exists` when it would take the place of anything but an older changeset.
 */
export async function writeChangesetFile(path: string, changeset: Changeset, host: Host): Promise<void> {
  if (await holdsSomethingElse(path, host)) {
    throw makeError(commandErrors.exists, {
      message: `${path} exists already and is no changeset; nothing was written.`,
    });
  }
  await host.files.write(path, `${JSON.stringify(changeset, null, 2)}\n`);
}

async function holdsSomethingElse(path: string, host: Host): Promise<boolean> {
  // What cannot be read says so when it is written.
  const bytes = await host.files.readBytes(path).catch(() => null);
  if (bytes === null || bytes.length === 0) return false;
  const parsed = parse(new TextDecoder().decode(bytes));
  return !isJsonObject(parsed) || !Array.isArray(parsed['changes']);
}

/**
 * @throws PlatformError `changes/format-version` when this version does not read the changeset, `cli/usage` when the file
 * is none.
 */
export async function readChangesetFile(path: string, host: Host): Promise<Changeset> {
  const bytes = await host.files.readBytes(path);
  const parsed = parse(new TextDecoder().decode(bytes));
  if (!isJsonObject(parsed) || !Array.isArray(parsed['changes'])) {
    throw usageError(
      `${path} cannot be applied: it is not a changeset.`,
      'dream apply takes the directory of a project, or what dream plan --out has written.',
    );
  }
  const format = parsed['formatVersion'] ?? null;
  if (format !== changesetFormatVersion) {
    throw notReadable(path, `it has format ${JSON.stringify(format)}, this version reads ${changesetFormatVersion}`);
  }
  if (isForReading(parsed)) throw notReadable(path, 'it was made by --json, which leaves out what an apply needs');
  // The server validates every field before it applies anything; the CLI only carries the file there.
  return parsed as unknown as Changeset;
}

/** What `plan --json` prints for other programs looks much alike. */
function isForReading({ changes, settings }: JsonObject): boolean {
  const bare = Array.isArray(changes) && changes.some((change) => isJsonObject(change) && !('beforeHash' in change));
  return bare || settings === null;
}

/** Null: it is not JSON. */
function parse(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return null;
  }
}

function notReadable(path: string, reason: string): PlatformError {
  return makeError(changeErrors.formatVersion, {
    message: `${path} cannot be applied: ${reason}. Write one with dream plan --out ${path}`,
  });
}
