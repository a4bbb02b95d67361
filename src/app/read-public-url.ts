import { makeError } from '../engine/platform-error/index.ts';
import type { Host } from '../host/contract.ts';
import { listenErrors } from './listen-errors.ts';
import { setVariable } from './set-variable.ts';

/**
 * Where the server is reached from outside, as DREAM_PUBLIC_URL says, without a slash at its end; undefined when it
 * says nothing.
 *
 * @throws ValidationError `serve/unreadable-public-url`
 */
export function readPublicUrl(variables: Host['variables']): string | undefined {
  const text = setVariable(variables, 'DREAM_PUBLIC_URL');
  if (text === undefined) return undefined;
  const url = URL.parse(text);
  const isPlain = url !== null && `${url.username}${url.password}${url.search}${url.hash}` === '';
  if (isPlain && (url.protocol === 'https:' || url.protocol === 'http:') && /^[\w./~-]*$/u.test(url.pathname)) {
    return url.origin + url.pathname.replace(/\/+$/u, '');
  }
  throw makeError(listenErrors.unreadablePublicUrl, {
    message: 'DREAM_PUBLIC_URL is not the address of a server: write it as https://dream.example.com.',
  });
}
