import type { Session } from '../../../../db/contract.ts';
import { readLiveResources } from '../../../../db/live-resources.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import { retentionErrors } from '../errors.ts';
import { lockEnvironments } from '../queries.ts';
import { readRetention, whichHold } from '../which-policy.ts';
import { selectWithPersonal } from './queries.ts';

/**
 * A hold means that nothing goes of what it is about. Applies wait until this transaction ends, so that one which comes
 * meanwhile does not come too late.
 *
 * @param tenantId null: of all tenants
 * @throws ConflictError `audit/held` where a policy holds an entry whose personal part would be erased
 */
export async function refuseHeld(session: Session, tenantId: string | null, subject: string): Promise<void> {
  // Two statements: what the second sees is what was committed when the first had done waiting.
  await lockEnvironments(session.tx, [session.environmentId]);
  const live = await readLiveResources(session, ['RetentionPolicy']);
  const policies = live.map(({ body, key }) => readRetention(key, body));
  if (!policies.some(({ holds }) => holds)) return;
  for (const retained of await selectWithPersonal(session, tenantId, subject)) {
    const hold = whichHold(policies, retained);
    if (hold === undefined) continue;
    const whose = retained.tenantId === '' ? 'the environment' : `tenant ${retained.tenantId}`;
    throw makeError(retentionErrors.held, {
      message: `RetentionPolicy '${hold.key}' holds entries of ${whose} that keep something of '${subject}': ${retained.action}.`,
      param: 'subject',
    });
  }
}
