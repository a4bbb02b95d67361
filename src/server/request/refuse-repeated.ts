import { makeError } from '../../engine/platform-error/index.ts';
import { authErrors } from '../auth/errors.ts';

/** Whoever stands between may look at the other of two: which one counts must not be a matter of taste. */
const once: ReadonlySet<string> = new Set([
  'authorization',
  'x-api-key',
  'x-publishable-key',
  'x-tenant-id',
  'dream-project',
  'dream-environment',
  'dream-environment-mode',
]);

/** `raw` holds names and values in turn, as they were received. Throws for a header that says twice who is asking, or for whom. */
export function refuseRepeatedHeaders(raw: readonly string[]): void {
  const seen = new Set<string>();
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index]?.toLowerCase() ?? '';
    if (!once.has(name)) continue;
    if (seen.has(name)) {
      throw makeError(authErrors.repeatedHeader, {
        message: `The header ${name} came more than once.`,
        param: name,
      });
    }
    seen.add(name);
  }
}
