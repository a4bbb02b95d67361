import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { isJsonObject, type Json, type JsonObject } from '../../../../engine/json.ts';
import { numberOf, objectOf, textOf } from '../../../../engine/json-fields.ts';
import type { EgressAnswer } from '../../../../host/contract.ts';
import type { Batch } from '../batch.ts';
import type { Destination } from '../stream.ts';
import { failureOf, type SinkFailure, type SinkOutcome } from './outcome.ts';
import { answerTime, type SinkTools } from './sink-tools.ts';
import { writeEvents } from './splunk-events.ts';

type Splunk = Extract<Destination, { readonly type: 'splunk' }>;

/** Milliseconds between two questions whether a batch has been indexed, at first and at most, and when it counts as lost. */
const [firstAsking, rarestAsking, patience] = [100, 2_000, 60_000];

/** The HTTP Event Collector's protocol, with acknowledgement where the stream asks for it. */
export async function sendToSplunk(batch: Batch, to: Splunk, tools: SinkTools): Promise<SinkOutcome> {
  try {
    const answer = await call(batch, to, '/services/collector/event', writeEvents(batch, to), tools);
    const said = readJson(answer);
    if (answer.status !== 200) return refused(answer, said);
    if (!to.acknowledgement) return 'taken';
    const id = numberOf(said['ackId']);
    if (id === undefined) return { error: 'the collector gave no ackId: the token has no acknowledgement enabled' };
    return await acknowledged(id, batch, to, tools);
  } catch (problem) {
    return failureOf(problem);
  }
}

/** Asks until the collector says that the batch has been indexed. What it answered 200 to may still be lost before. */
async function acknowledged(id: number, batch: Batch, to: Splunk, tools: SinkTools): Promise<SinkOutcome> {
  const { signal } = tools;
  const late = AbortSignal.timeout(patience);
  for (let wait = firstAsking; !late.aborted && !signal.aborted; wait = Math.min(2 * wait, rarestAsking)) {
    const answer = await call(batch, to, '/services/collector/ack', JSON.stringify({ acks: [id] }), tools);
    const said = readJson(answer);
    if (answer.status !== 200) return refused(answer, said);
    if (objectOf(said['acks'])[String(id)] === true) return 'taken';
    await sleep(wait, undefined, { signal }).catch(() => undefined);
  }
  return { error: `the collector did not acknowledge a batch within ${patience / 1000} s` };
}

function call(
  batch: Batch,
  { acknowledgement, token, url }: Splunk,
  path: string,
  body: string,
  { egress, signal }: SinkTools,
): Promise<EgressAnswer> {
  return egress.call({
    url: url.replace(/\/+$/, '') + path,
    method: 'POST',
    headers: {
      authorization: `Splunk ${token}`,
      'content-type': 'application/json',
      'user-agent': 'Dream-Audit/1',
      ...(acknowledgement ? { 'x-splunk-request-channel': channelOf(batch) } : {}),
    },
    body,
    timeout: answerTime,
    sizeLimit: 16_384,
    bodyRequired: true,
    signal,
  });
}

/** Of a stream always the same one, so that servers that take turns ask about the same acknowledgements. */
function channelOf({ environment, project, stream }: Batch): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([project, environment, stream]))
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function refused(answer: EgressAnswer, said: JsonObject): SinkFailure {
  const { 'retry-after': retryAfter } = answer.headers;
  const code = numberOf(said['code']);
  const reason = textOf(said['text'])?.slice(0, 200);
  return {
    error: `answered ${answer.status}${reason === undefined ? '' : `: ${reason}`}${code === undefined ? '' : ` (${code})`}`,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(answer.status === 413 ? { tooLarge: true } : {}),
  };
}

function readJson({ body }: EgressAnswer): JsonObject {
  try {
    const value = JSON.parse(Buffer.from(body).toString('utf8')) as Json;
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}
