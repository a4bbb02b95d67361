import type { Session } from '../../../db/contract.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { Ports } from '../../ports.ts';
import { recordErrors } from '../record/errors.ts';
import { streamErrors } from '../streams/errors.ts';
import { selectSize } from '../streams/following/queries.ts';

/**
 * How many sealed entries a chain has that somebody names: an id that was mistyped must not be answered as a chain in
 * which nothing ever happened. The chain of a tenant that was deleted stays readable.
 *
 * @param tenantId empty: the environment itself
 * @throws NotFoundError `audit/unknown-tenant` where there is neither such a tenant nor a chain of one
 */
export async function sizeOfKnownChain(
  session: Session,
  { tenants }: Pick<Ports, 'tenants'>,
  tenantId: string,
  param: string,
): Promise<number> {
  const size = await selectSize(session, tenantId);
  if (size > 0 || tenantId === '' || tenants === undefined) return size;
  if ((await tenants.find(session, [tenantId])).length > 0) return size;
  throw makeError(recordErrors.unknownTenant, {
    message: `The environment has no tenant ${tenantId}, nor the chain of one that was deleted.`,
    param,
  });
}

/**
 * Whoever waited at such a place would miss, without a word, all that comes until the chain gets there.
 *
 * @param place sequence of the last entry that somebody has
 * @param named what was sent, where that is the place of another entry
 * @throws ValidationError `audit/unreadable-place` where the chain does not go as far
 */
export function refusePlaceAhead(place: number, size: number, param: string, named = place): void {
  if (place <= size) return;
  throw makeError(streamErrors.unreadablePlace, {
    message: `${named} is ahead of the chain, which has ${size} entries here, as it is after the database was restored from a backup.`,
    param,
  });
}
