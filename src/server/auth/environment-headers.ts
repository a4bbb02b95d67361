import { makeError } from '../../engine/platform-error/index.ts';
import { authErrors } from './errors.ts';
import { type RequestHeaders, singleHeader } from './credential.ts';
import type { StoredKey } from './queries.ts';

/** What the headers `Dream-Project`, `Dream-Environment` and `Dream-Environment-Mode` name. */
export interface NamedEnvironment {
  readonly project: string | undefined;
  readonly environment: string | undefined;
  readonly mode: 'test' | 'live' | undefined;
}

export function readEnvironmentHeaders(headers: RequestHeaders): NamedEnvironment {
  const mode = singleHeader(headers, 'dream-environment-mode');
  if (mode !== undefined && mode !== 'test' && mode !== 'live') {
    throw makeError(authErrors.environmentHeaders, {
      message: 'The mode of an environment is test or live.',
      param: 'Dream-Environment-Mode',
    });
  }
  return { project: readName(headers, 'Dream-Project'), environment: readName(headers, 'Dream-Environment'), mode };
}

/** A key knows its environment; headers that name another one show that the caller is about to change the wrong place. */
export function refuseOtherEnvironment(key: StoredKey, headers: RequestHeaders): void {
  const named = readEnvironmentHeaders(headers);
  const wrong =
    (named.project !== undefined && named.project !== key.project) ||
    (named.environment !== undefined && named.environment !== key.environment);
  if (wrong) {
    throw makeError(authErrors.environmentMismatch, {
      message:
        `The key belongs to environment '${key.environment}' of project '${key.project}', ` +
        `and the request names '${named.environment ?? key.environment}' of '${named.project ?? key.project}'.`,
      param: named.project !== undefined && named.project !== key.project ? 'Dream-Project' : 'Dream-Environment',
    });
  }
  if (named.mode !== undefined && named.mode !== key.mode) {
    throw makeError(authErrors.modeMismatch, {
      message: `Environment '${key.environment}' is in ${key.mode} mode, and the request is for ${named.mode} mode.`,
      param: 'Dream-Environment-Mode',
    });
  }
}

function readName(headers: RequestHeaders, header: string): string | undefined {
  const name = singleHeader(headers, header.toLowerCase());
  if (name !== undefined && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(name)) {
    throw makeError(authErrors.environmentHeaders, {
      message: `${header} is 1 to 100 letters, digits, dots, underscores and hyphens, and begins with a letter or digit.`,
      param: header,
    });
  }
  return name;
}
