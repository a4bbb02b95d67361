import type { Database, SessionScope } from '../../../../db/contract.ts';
import { textOf } from '../../../../engine/json-fields.ts';
import type { Host } from '../../../../host/contract.ts';
import type { JobHandler, JobRun } from '../../../../jobs/contract.ts';
import { sendJob } from '../../../../jobs/send-job.ts';
import type { RecordBeside } from '../../../../server/trail.ts';
import { deliverJob, deliverKind } from '../deliver-kind.ts';
import { callEndpoint, type CallTools } from './call-endpoint.ts';
import { type Claimed, claim } from './claim.ts';
import type { CredentialSources } from './credentials.ts';
import { holdTaken } from './hold-taken.ts';
import { disabledAction, settle } from './settle.ts';

export interface DeliverTools extends CallTools, Omit<CredentialSources, 'random'> {
  readonly host: Pick<Host, 'clock' | 'random'>;
  readonly record: RecordBeside;
}

/** Milliseconds of real time after which a job that never runs out of deliveries gives way to another of its kind. */
const longestRun = 300_000;

type Door = Pick<Database, 'withEnvironment'>;

/** Calls endpoints. Two jobs for one endpoint are one in each server, which then looks once more. */
export function deliverHandler(tools: DeliverTools): JobHandler {
  /** By endpoint, whether to look once more. */
  const under = new Map<string, boolean>();
  return {
    kind: deliverKind,
    recordedAs: [disabledAction],
    async run({ data, database, signal }: JobRun) {
      const scope = { projectId: textOf(data['projectId']) ?? '', environmentId: textOf(data['environmentId']) ?? '' };
      const endpoint = textOf(data['endpoint']) ?? '';
      const name = `${scope.environmentId} ${endpoint}`;
      if (under.has(name)) {
        under.set(name, true);
        return;
      }
      try {
        do {
          under.set(name, false);
          await deliverDue(database, scope, endpoint, tools, signal);
        } while (under.get(name) === true && !signal.aborted);
      } finally {
        under.delete(name);
      }
    },
  };
}

/** Makes all calls of an endpoint that are due. */
async function deliverDue(
  database: Door,
  scope: SessionScope,
  endpoint: string,
  tools: DeliverTools,
  signal: AbortSignal,
): Promise<void> {
  const sources = { ...tools, random: tools.host.random };
  const enough = AbortSignal.timeout(longestRun);
  for (;;) {
    if (signal.aborted || enough.aborted) {
      await database.withEnvironment(scope, 'write', (session) =>
        sendJob(session, deliverKind, deliverJob(scope, endpoint)),
      );
      return;
    }
    const { clock } = tools.host;
    const claimed = await database.withEnvironment(scope, 'write', (session) =>
      claim(session, endpoint, clock, sources),
    );
    if (claimed === null) return;
    // The commit took so long that somebody else may be calling them by now.
    if (clock.now() >= claimed.until) continue;
    const ids = claimed.deliveries.map(({ id }) => id);
    const held = holdTaken(database, scope, ids, clock);
    const call = async (delivery: Claimed['deliveries'][number]): Promise<void> => {
      await callAndSettle(database, scope, claimed, delivery, tools);
      held.settled(delivery.id);
    };
    // One that could not be written down leaves the others under way, and so held.
    const calls = claimed.deliveries.map(call);
    await Promise.allSettled(calls);
    held.end();
    await Promise.all(calls);
  }
}

async function callAndSettle(
  database: Door,
  scope: SessionScope,
  claimed: Claimed,
  delivery: Claimed['deliveries'][number],
  tools: DeliverTools,
): Promise<void> {
  const called = await callEndpoint(claimed, delivery, tools);
  const { clock, random } = tools.host;
  const [byte = 0] = random.bytes(1);
  const settling = { endpoint: claimed.endpoint, delivery, called, now: clock.now(), random: byte / 255 };
  await database.withEnvironment(scope, 'write', (session) => settle(session, settling, tools.record));
}
