import { type Changeset, changesetFormatVersion } from '../engine/changeset/changeset.ts';
import { changeErrors } from '../engine/changeset/errors.ts';
import { isJsonObject, type Json, type JsonObject } from '../engine/json.ts';
import { makeError, type PlatformError } from '../engine/platform-error/index.ts';
import type { Host } from '../host/contract.ts';

/** Saves what `dream plan` computed. The file holds bodies as the files have them, and never a secret's value. */
export async function writeChangesetFile(path: string, changeset: Changeset, host: Host): Promise<void> {
  await host.files.write(path, `${JSON.stringify(changeset, null, 2)}\n`);
}

/** @throws PlatformError `changes/format-version` when the file is no changeset that this version reads. */
export async function readChangesetFile(path: string, host: Host): Promise<Changeset> {
  const bytes = await host.files.readBytes(path);
  const parsed = parse(path, new TextDecoder().decode(bytes));
  if (!isJsonObject(parsed) || !Array.isArray(parsed['changes'])) throw notReadable(path, 'it is not a changeset');
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

function parse(path: string, text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    throw notReadable(path, 'it is not JSON');
  }
}

function notReadable(path: string, reason: string): PlatformError {
  return makeError(changeErrors.formatVersion, {
    message: `${path} cannot be applied: ${reason}. Write one with dream plan --out ${path}`,
  });
}
