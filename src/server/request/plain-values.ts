import { makeError } from '../../engine/platform-error/index.ts';
import { requestErrors } from './errors.ts';

/** Refuses a U+0000 in parameters of path or query: PostgreSQL's text cannot hold it. */
export function refuseNullCharacters(values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values)) {
    const texts = Array.isArray(value) ? value : [value];
    if (name.includes('\0') || texts.some((text) => typeof text === 'string' && text.includes('\0'))) {
      throw makeError(requestErrors.unstorableValue, {
        message: 'A parameter holds the character U+0000.',
        param: name.replaceAll('\0', ''),
      });
    }
  }
}
