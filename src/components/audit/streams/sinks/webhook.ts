import { signatureHeader, signatureOf } from '../../../../engine/sealing/webhook-signature.ts';
import { formats } from '../../formats/formats.ts';
import { type Batch, manifestOf } from '../batch.ts';
import type { Destination } from '../stream.ts';
import { failureOf, type SinkOutcome } from './outcome.ts';
import { answerTime, type SinkTools } from './sink-tools.ts';

type Webhook = Extract<Destination, { readonly type: 'webhook' }>;

/** One call with all entries, each on a line; behind those of each chain stands the manifest of the part. */
export async function sendToWebhook(
  batch: Batch,
  { headers, secret, url }: Webhook,
  { clock, egress, signal }: SinkTools,
): Promise<SinkOutcome> {
  const body = writeWebhookBody(batch);
  const secrets = secret.split(/\s+/).filter((one) => one !== '');
  try {
    const answer = await egress.call({
      url,
      method: 'POST',
      headers: {
        ...Object.fromEntries(headers),
        'content-type': formats[batch.format].contentType,
        'user-agent': 'Dream-Audit/1',
        'x-platform-stream': batch.stream,
        [signatureHeader]: signatureOf(body, secrets, clock.now()),
      },
      body,
      timeout: answerTime,
      sizeLimit: 1_024,
      signal,
    });
    const { 'retry-after': retryAfter } = answer.headers;
    if (answer.status >= 200 && answer.status < 300) return 'taken';
    return {
      error: `answered ${answer.status}`,
      ...(retryAfter === undefined ? {} : { retryAfter }),
      ...(answer.status === 413 ? { tooLarge: true } : {}),
    };
  } catch (problem) {
    return failureOf(problem);
  }
}

function writeWebhookBody(batch: Batch): string {
  const format = formats[batch.format];
  return batch.parts
    .map((part) => {
      const lines = format.encode(part.entries, batch.source);
      return lines + format.encodeManifest(manifestOf(batch, part, lines), batch.source);
    })
    .join('');
}
