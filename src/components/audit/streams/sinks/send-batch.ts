import type { Batch } from '../batch.ts';
import type { Destination } from '../stream.ts';
import type { SinkOutcome } from './outcome.ts';
import type { SinkTools } from './sink-tools.ts';
import { sendToSplunk } from './splunk.ts';
import { sendToSyslog } from './syslog.ts';
import { sendToWebhook } from './webhook.ts';

/** Sends a batch, and says what became of it. Never rejects. @param to with the values of its secrets */
export function sendBatch(batch: Batch, to: Destination, tools: SinkTools): Promise<SinkOutcome> {
  switch (to.type) {
    case 'webhook':
      return sendToWebhook(batch, to, tools);
    case 'splunk':
      return sendToSplunk(batch, to, tools);
    case 'syslog':
      return sendToSyslog(batch, to, tools);
  }
}
