import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Egress, Random } from '../../../../host/contract.ts';
import type { Worker, WorkerContext } from '../../../../server/worker.ts';
import { sendBatch } from '../sinks/send-batch.ts';
import { claim, type ClaimSources } from './claim.ts';
import { type FoundStream, selectStreams } from './queries.ts';
import { giveBack, settle } from './settle.ts';

export interface StreamTools extends ClaimSources {
  readonly clock: Clock;
  readonly egress: Egress;
  readonly random: Random;
}

/** Milliseconds: an entry that has been sealed is sent within about this, and the time that its stream gathers for. */
const pause = 250;
/** Batches that one stream sends without looking whether there is anything else to do. */
const mostInARow = 100;

/**
 * Sends what is new of all streams, each beside the others: one that waits for its receiver holds up none. No
 * transaction is open while anything is sent; whose a batch is, a lease says.
 */
export function streamWorker(tools: StreamTools): Worker {
  const sending = new Map<string, Promise<void>>();
  /** Batches that were done with. */
  let done = 0;
  let failing = 0;
  let behind = 0;
  return {
    name: 'audit-streams',
    recordedAs: {
      nothing:
        'what is sent is the record; how a stream is doing is measured, and an entry of it would have to be sent too',
    },
    pause,
    gauges: [
      {
        name: 'dream_audit_streams_failing',
        help: 'Streams of audit entries whose last batch could not be sent.',
        read: () => failing,
      },
      {
        name: 'dream_audit_stream_entries_behind',
        help: 'Sealed audit entries that streams have not sent yet, of the stream that has most of them.',
        read: () => behind,
      },
    ],
    async round(context) {
      const { database, report, signal } = context;
      const before = done;
      const streams = await database.withControlPlane('read', (tx) => selectStreams(tx, tools.clock.now()));
      failing = streams.filter(({ isFailing }) => isFailing).length;
      behind = Math.max(0, ...streams.map((stream) => stream.behind));
      for (const stream of streams) {
        const name = `${stream.environmentId} ${stream.stream}`;
        if (!stream.isReady || sending.has(name) || signal.aborted) continue;
        const sent = sendAll(stream, context, tools, () => (done += 1))
          .catch(report)
          .finally(() => sending.delete(name));
        sending.set(name, sent);
      }
      if (sending.size === 0) return 'done';
      if (signal.aborted) await Promise.all(sending.values());
      else
        await Promise.race([
          ...sending.values(),
          sleep(pause, undefined, { signal, ref: false }).catch(() => undefined),
        ]);
      return sending.size > 0 || done > before ? 'more' : 'done';
    },
  };
}

/** One batch after the other, until there is none or one could not be sent. */
async function sendAll(
  { environmentId, projectId, stream }: FoundStream,
  { database, signal }: WorkerContext,
  tools: StreamTools,
  tellDone: () => void,
): Promise<void> {
  const scope = { environmentId, projectId };
  for (let count = 0; count < mostInARow && !signal.aborted; count += 1) {
    const claimed = await database.withEnvironment(scope, 'write', (session) =>
      claim(session, stream, tools.clock.now(), tools),
    );
    if (claimed === 'nothing') return;
    tellDone();
    if (claimed === 'passed') continue;
    const { batch, to } = claimed;
    const outcome = 'missing' in to ? { error: to.missing } : await sendBatch(batch, to, { ...tools, signal });
    if (outcome !== 'taken' && signal.aborted) {
      // A server that stops has learnt nothing of the receiver.
      await database.withEnvironment(scope, 'write', (session) => giveBack(session, claimed));
      return;
    }
    const [byte = 0] = tools.random.bytes(1);
    const settling = { now: tools.clock.now(), random: byte / 255 };
    await database.withEnvironment(scope, 'write', (session) => settle(session, claimed, outcome, settling));
    if (outcome !== 'taken') return;
  }
}
