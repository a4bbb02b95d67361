import { makeError } from '../engine/platform-error/index.ts';
import type { Host } from '../host/contract.ts';
import { isOriginPattern } from '../server/browsers/origins.ts';
import { listenErrors } from './listen-errors.ts';

/**
 * Origins whose pages may call the server from a browser: `DREAM_ALLOWED_ORIGINS=https://app.acme.com, https://*.acme.dev`.
 * None unless said.
 *
 * @throws ValidationError `serve/unreadable-origins`
 */
export function readAllowedOrigins(variables: Host['variables']): readonly string[] {
  const listed = (variables['DREAM_ALLOWED_ORIGINS'] ?? '').split(',').map((text) => text.trim());
  const origins = listed.filter((text) => text !== '');
  const wrong = origins.find((text) => !isOriginPattern(text));
  if (wrong === undefined) return origins;
  throw makeError(listenErrors.unreadableOrigins, {
    message: `DREAM_ALLOWED_ORIGINS holds '${wrong}', which is not an origin: write it as https://app.example.com.`,
  });
}
