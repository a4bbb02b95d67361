import { makeError } from '../../engine/platform-error/index.ts';
import { requestErrors } from './errors.ts';

/** The version a request gets that names none. */
const currentApiVersion = '2026-11-01';

/** Every version spoken, oldest first. A change that could break a client adds one; nothing is ever removed silently. */
export const apiVersions: readonly string[] = [currentApiVersion];

/** The version of the API that a request asks for with `Dream-Version`. */
export function readApiVersion(header: string | readonly string[] | undefined): string {
  if (header === undefined) {
    return currentApiVersion;
  }
  if (typeof header !== 'string' || !apiVersions.includes(header)) {
    throw makeError(requestErrors.unknownVersion, {
      message: `Dream-Version names a version that this server does not speak; it speaks ${apiVersions.join(', ')}.`,
      param: 'Dream-Version',
      details: { supported: [...apiVersions] },
    });
  }
  return header;
}
