import type { Session } from '../../../../db/contract.ts';
import type { HealthFact } from '../../../contract.ts';
import type { EndpointStatus } from './api-schemas.ts';
import { toEndpointStatus } from './mapping.ts';
import { selectEndpointStatuses } from './queries.ts';

/** Endpoints that `dream status` speaks of, by key. */
const most = 200;

const whyDisabled = {
  gone: 'it answered 410',
  failing: 'no call came through for as long as one is repeated',
  asked: 'somebody asked for it',
} as const;

/** What `dream status` says of each endpoint; of one whose configuration says that it is off, nothing. */
export async function endpointHealth(session: Session): Promise<readonly HealthFact[]> {
  const rows = await selectEndpointStatuses(session, { limit: most, offset: 0 });
  return rows
    .map(toEndpointStatus)
    .filter(({ status }) => status !== 'off')
    .map(factOf);
}

function factOf({ disabledAt, disabledBecause, failingSince, key, pending, status }: EndpointStatus): HealthFact {
  const type = `WebhookEndpoint/${key}`;
  const waiting = pending === 1 ? '1 delivery is pending' : `${pending} deliveries are pending`;
  if (status === 'disabled') {
    const why = disabledBecause === null ? '' : ` (${whyDisabled[disabledBecause]})`;
    const message = `is called no more since ${disabledAt ?? ''}${why}; ${waiting} until \`dream webhooks enable ${key}\``;
    return { type, status: 'false', reason: 'Disabled', message };
  }
  if (failingSince !== null) {
    const message = `no call came through since ${failingSince}; ${waiting}`;
    return { type, status: 'false', reason: 'Failing', message };
  }
  return { type, status: 'true', reason: 'Active', message: pending === 0 ? 'has everything' : waiting };
}
