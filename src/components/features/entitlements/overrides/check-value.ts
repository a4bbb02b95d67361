import type { Json, JsonObject } from '../../../../engine/json.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import { entitlementPolicy } from '../../entitlement-policy.ts';
import { overrideErrors } from './errors.ts';
import { mistakeIn } from './value-mistake.ts';

/** In the place of a plan, which has no such key. */
const place = '/plans/override';

/**
 * What the files may not say of a plan, the API may not say of a tenant.
 *
 * @throws ValidationError `entitlement-overrides/value-not-of-type`
 */
export function refuseUnfit(body: JsonObject, value: Json): void {
  const mistake = mistakeIn(body, value);
  if (mistake !== undefined) {
    throw makeError(overrideErrors.notOfType, { message: mistake.message, param: `/value${mistake.pointer}` });
  }
  const { plans: _, ...rest } = body;
  const [finding] = entitlementPolicy.check?.({ ...rest, plans: { override: value } }) ?? [];
  if (finding === undefined) return;
  throw makeError(overrideErrors.notOfType, {
    message: finding.message,
    param: finding.pointer.replace(place, '/value'),
    ...(finding.hint === undefined ? {} : { details: { hint: finding.hint } }),
  });
}
