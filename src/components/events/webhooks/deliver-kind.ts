import type { SessionScope } from '../../../db/contract.ts';
import type { JobKind, JobToSend } from '../../../jobs/contract.ts';

/** Calls one endpoint with whatever is due for it. */
export const deliverKind: JobKind = {
  name: 'webhooks.deliver',
  // A job that waits for an endpoint that hangs costs next to nothing, and holds up no other.
  atOnce: 200,
  timeLimit: 900,
  retries: { times: 20, wait: 5, longestWait: 300 },
};

/** One such job of an endpoint waits at most. */
export function deliverJob(
  { environmentId, projectId }: Pick<SessionScope, 'environmentId' | 'projectId'>,
  endpoint: string,
  after = 0,
): JobToSend {
  return { data: { projectId, environmentId, endpoint }, key: `${environmentId} ${endpoint}`, after };
}
