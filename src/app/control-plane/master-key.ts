import { join } from 'node:path';
import { makeError } from '../../engine/platform-error/index.ts';
import { masterKeyLength } from '../../engine/sealing/seal-secret.ts';
import type { Host } from '../../host/contract.ts';
import { isFileProblem } from '../../host/file-problem.ts';
import { secretErrors } from './secrets/errors.ts';

const variable = 'DREAM_MASTER_KEY';
const fileName = 'master.key';

export interface MasterKeySource {
  readonly host: Pick<Host, 'files' | 'random' | 'variables'>;
  /** The directory of an embedded database: a key is made and kept there when the variable is not set. */
  readonly directory?: string;
  /** How many secrets of the database no key opens that would be made now. Asked only before one is made. */
  readonly countSealed: () => Promise<number>;
}

/**
 * The key that seals secrets: DREAM_MASTER_KEY, or for an embedded database a file beside it that only its
 * owner can read. Null for a server without either: it runs, and refuses to set secrets.
 * @throws PlatformError `secrets/master-key-gone`: a new one must never be made over what only the former opens, or its
 * loss would show at the first call to the outside. `secrets/unusable-master-key`.
 */
export async function loadMasterKey({ host, directory, countSealed }: MasterKeySource): Promise<Uint8Array | null> {
  const text = host.variables[variable];
  if (text !== undefined && text !== '') {
    return parseMasterKey(text, variable);
  }
  if (directory === undefined) {
    return null;
  }
  const path = join(directory, fileName);
  const kept = await readIfPresent(host, path);
  if (kept !== null) {
    return parseMasterKey(kept, path);
  }
  const sealed = await countSealed();
  if (sealed > 0) {
    throw makeError(secretErrors.masterKeyGone, {
      message: `${path} is not there, and the database holds ${sealed === 1 ? 'a secret' : `${sealed} secrets`} that only the key in it opens. Put the file back, or set ${variable} to what it held.`,
      details: {
        path,
        sealed,
        hint: `If the key is lost, so are the secrets: set ${variable} to a new one (openssl rand -base64 ${masterKeyLength}), and set them again; dream status names them.`,
      },
    });
  }
  const made = host.random.bytes(masterKeyLength);
  await host.files.write(path, `${Buffer.from(made).toString('base64')}\n`, { private: true });
  return made;
}

/** The text is never part of the message: most of a mistyped key is still the key. */
function parseMasterKey(text: string, source: string): Uint8Array {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, 'base64');
  if (key.length !== masterKeyLength || key.toString('base64') !== trimmed) {
    throw makeError(secretErrors.unusableMasterKey, {
      message: `${source} is not ${masterKeyLength} bytes in base64; make a key with: openssl rand -base64 ${masterKeyLength}`,
      param: source,
    });
  }
  return key;
}

async function readIfPresent(host: Pick<Host, 'files'>, path: string): Promise<string | null> {
  try {
    return Buffer.from(await host.files.readBytes(path)).toString('utf8');
  } catch (problem) {
    if (isFileProblem(problem) && problem.problem === 'not-found') {
      return null;
    }
    throw problem;
  }
}
