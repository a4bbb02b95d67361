import { userInfo } from 'node:os';
import { execa } from 'execa';
import type { Host } from '../host/contract.ts';

export interface Authorship {
  readonly author: string;
  /** Short hash of the checked-out commit, with `+changes` when the directory differs from it. */
  readonly commit?: string;
}

/** Who applies, and from which commit: told by CI's variables, else by Git, else by the system. */
export async function describeAuthor(directory: string, host: Host): Promise<Authorship> {
  const { variables } = host;
  const named = variables['DREAM_AUTHOR'] ?? variables['GITHUB_ACTOR'] ?? variables['GITLAB_USER_LOGIN'];
  const [email, hash, changes] = await Promise.all([
    named === undefined ? git(directory, ['config', 'user.email']) : null,
    git(directory, ['rev-parse', '--short=12', 'HEAD']),
    git(directory, ['status', '--porcelain', '--', '.']),
  ]);
  const author = named ?? email ?? systemUser();
  return hash === null ? { author } : { author, commit: changes === null ? hash : `${hash}+changes` };
}

/** Null when Git is absent, the directory is no repository, or it has nothing to say. */
async function git(directory: string, args: readonly string[]): Promise<string | null> {
  const { exitCode, stdout } = await execa('git', ['-C', directory, ...args], { reject: false, timeout: 5000 });
  return exitCode === 0 && stdout !== '' ? stdout : null;
}

function systemUser(): string {
  try {
    return userInfo().username;
  } catch {
    return 'unknown';
  }
}
