import { makeError } from '../../engine/platform-error/index.ts';
import { clientErrors } from './errors.ts';

/**
 * The address of a server as it is named by `--server` or DREAM_SERVER, without slashes at its end: requests go
 * below it, since a server may share a host with others.
 *
 * @throws ValidationError `client/malformed-url`; its message never holds a secret.
 */
export function parseServerUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.host === '') {
    const guess = text.includes('://') ? null : URL.parse(`http://${text}`);
    const hint =
      guess === null || guess.host === '' || text.includes('@') || !/[.:]|^localhost/u.test(text)
        ? 'Write it as https://dream.example.com or http://127.0.0.1:4000.'
        : `Did you mean http://${text}?`;
    // A password, or a key that was put into the wrong variable, is not repeated.
    const shown = /@|^[a-z]+_/u.test(text) ? 'What was given' : `'${text}'`;
    throw makeError(clientErrors.malformedUrl, {
      message: `${shown} is not the address of a server: it is an http:// or https:// URL.`,
      details: { hint },
    });
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw makeError(clientErrors.malformedUrl, {
      message: `The address of a server is a host and perhaps a path: leave user, password, ? and # out of the one for ${url.host}.`,
      details: { hint: 'The key goes into DREAM_API_KEY.' },
    });
  }
  return url.origin + url.pathname.replace(/\/+$/u, '');
}
