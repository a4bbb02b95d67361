import { makeError } from '../engine/platform-error/index.ts';
import { isNetwork } from '../engine/values/network.ts';
import type { Host } from '../host/contract.ts';
import { listenErrors } from './listen-errors.ts';

/**
 * Addresses and networks that endpoints of webhooks and the like may have although they are not public:
 * `DREAM_ALLOWED_EGRESS=10.1.0.0/16, fd00:12::/32`. None unless said.
 *
 * @throws ValidationError `serve/unreadable-egress`
 */
export function readAllowedEgress(variables: Host['variables']): readonly string[] {
  const listed = (variables['DREAM_ALLOWED_EGRESS'] ?? '').split(',').map((text) => text.trim());
  const networks = listed.filter((text) => text !== '');
  const wrong = networks.find((text) => !isNetwork(text));
  if (wrong === undefined) return networks;
  throw makeError(listenErrors.unreadableEgress, {
    message: `DREAM_ALLOWED_EGRESS holds '${wrong}', which is neither an address nor a network.`,
  });
}
