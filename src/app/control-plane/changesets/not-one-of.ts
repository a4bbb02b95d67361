import { changeErrors } from '../../../engine/changeset/errors.ts';
import { makeError, type PlatformError } from '../../../engine/platform-error/index.ts';
import type { DesiredState } from '../../../engine/resource.ts';

/** A request that has both of two fields of which it needs one, or neither. */
export function notOneOf(other: 'changeset' | 'desiredHash', desired: DesiredState | undefined): PlatformError {
  const message =
    desired === undefined
      ? `\`desired\` is missing: send it, or \`${other}\` in its place.`
      : `\`desired\` and \`${other}\` cannot be sent together: send one of them.`;
  return makeError(changeErrors.invalid, { message, param: 'desired' });
}
