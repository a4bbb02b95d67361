import type { ProviderIntake } from '../../ports.ts';
import { insertReceived } from './queries.ts';

/** What providers tell takes effect once. */
export const providerIntake: ProviderIntake = {
  async takeOnce(session, received, { verify, effect }) {
    const told = verify(received.body, received.headers);
    if (told === null) return 'not genuine';
    if (!(await insertReceived(session, received.provider, told.id, received.now))) return 'taken before';
    await effect(told.event);
    return 'taken';
  },
};
