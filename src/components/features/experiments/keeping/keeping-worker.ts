import type { SessionScope } from '../../../../db/contract.ts';
import type { Worker } from '../../../../server/worker.ts';
import { type Bounds, bounds, forgetSome } from './forget-some.ts';
import { selectEnvironments } from './queries.ts';

const hour = 3_600_000;

/** Forgets once an hour what environments need not keep of their experiments, one environment in a round. */
export function keepingWorker(within: Bounds = bounds): Worker {
  let left: SessionScope[] | null = null;
  return {
    name: 'experiment-keeping',
    recordedAs: { nothing: 'what is forgotten are streams of reports, which have no entries of their own' },
    pause: hour,
    async round({ database, now }) {
      left ??= [...(await database.withControlPlane('read', selectEnvironments))];
      const scope = left.shift();
      if (scope === undefined) {
        left = null;
        return 'done';
      }
      const isMore = await database.withEnvironment(scope, 'write', (session) => forgetSome(session, now, within));
      if (isMore) left.unshift(scope);
      return 'more';
    },
  };
}
