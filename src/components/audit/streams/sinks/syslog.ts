import type { SealedEntry } from '../../entries/entry.ts';
import { formats } from '../../formats/formats.ts';
import { octetCounted } from '../../formats/syslog/octet-counting.ts';
import { syslog, syslogAround, syslogMessage } from '../../formats/syslog/syslog.ts';
import { type Batch, manifestOf } from '../batch.ts';
import type { Destination } from '../stream.ts';
import { failureOf, type SinkOutcome } from './outcome.ts';
import { answerTime, type SinkTools } from './sink-tools.ts';

type Syslog = Extract<Destination, { readonly type: 'syslog' }>;

/**
 * One connection for each batch, which the server has to end after us: syslog itself has no answer that would say that
 * anything has come through.
 */
export async function sendToSyslog(
  batch: Batch,
  { ca, host, port, tls }: Syslog,
  { egress, signal }: SinkTools,
): Promise<SinkOutcome> {
  try {
    const bytes = Buffer.from(writeMessages(batch), 'utf8');
    await egress.send({ host, port, tls: tls ? { ca } : null, bytes, timeout: answerTime, signal });
    return 'taken';
  } catch (problem) {
    return failureOf(problem);
  }
}

function writeMessages(batch: Batch): string {
  return batch.parts
    .map((part) => {
      const messages = part.entries.map((entry) => octetCounted(messageOf(entry, batch))).join('');
      const manifest = syslog.encodeManifest(manifestOf(batch, part, messages), batch.source).trimEnd();
      return messages + octetCounted(manifest);
    })
    .join('');
}

function messageOf(entry: SealedEntry, { format, source }: Batch): string {
  if (format === 'ndjson') return syslogMessage(entry, source);
  return syslogAround(entry, formats[format].encode([entry], source).trimEnd(), source);
}
