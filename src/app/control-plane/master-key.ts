import { join } from 'node:path';
import { defineError, makeError } from '../../engine/platform-error/index.ts';
import { masterKeyLength } from '../../engine/sealing/seal-secret.ts';
import type { FileProblem, Host } from '../../host/contract.ts';

const variable = 'DREAM_MASTER_KEY';
const fileName = 'master.key';

export const masterKeyErrors = {
  unusable: defineError({
    code: 'secrets/unusable-master-key',
    type: 'server',
    userMessage: 'The server is not set up correctly.',
    meaning:
      'DREAM_MASTER_KEY, or the file `.dream/master.key`, is not 32 bytes in base64. `openssl rand -base64 32` makes one. Never replace a key while secrets sealed with it are needed.',
  }),
};

export interface MasterKeySource {
  readonly host: Pick<Host, 'files' | 'random' | 'variables'>;
  /** The directory of an embedded database: a key is made and kept there when the variable is not set. */
  readonly directory?: string;
}

/**
 * The key that seals secrets: DREAM_MASTER_KEY, or for an embedded database a file beside it that only its
 * owner can read. Null for a server without either: it runs, and refuses to set secrets.
 */
export async function loadMasterKey({ host, directory }: MasterKeySource): Promise<Uint8Array | null> {
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
  const made = host.random.bytes(masterKeyLength);
  await host.files.write(path, `${Buffer.from(made).toString('base64')}\n`, { private: true });
  return made;
}

/** The text is never part of the message: most of a mistyped key is still the key. */
function parseMasterKey(text: string, source: string): Uint8Array {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, 'base64');
  if (key.length !== masterKeyLength || key.toString('base64') !== trimmed) {
    throw makeError(masterKeyErrors.unusable, {
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
    if (isMissing(problem)) {
      return null;
    }
    throw problem;
  }
}

function isMissing(problem: unknown): problem is FileProblem {
  return problem instanceof Error && 'problem' in problem && problem.problem === 'not-found';
}
