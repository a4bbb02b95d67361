import type { SealedEntry } from '../../entries/entry.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import { formats } from '../../formats/formats.ts';
import { readEntry } from '../../formats/read-entry.ts';
import { type Batch, type BatchPart, manifestOf } from '../batch.ts';
import type { Destination } from '../stream.ts';

type Naming = Pick<Extract<Destination, { readonly type: 'splunk' }>, 'host' | 'index' | 'source' | 'sourcetype'>;

/** Events one after the other, as the collector takes them; behind those of each chain the manifest of the part. */
export function writeEvents(batch: Batch, naming: Naming): string {
  return batch.parts.flatMap((part) => partOf(batch, part, naming)).join('');
}

function partOf(batch: Batch, part: BatchPart, naming: Naming): readonly string[] {
  const tenant = part.tenantId === '' ? {} : { tenant: part.tenantId };
  const written = part.entries.map((entry) => formats[batch.format].encode([entry], batch.source).trimEnd());
  const events = part.entries.map((entry, index) =>
    eventOf(
      { ...shared(batch, naming), time: secondsOf(entry, batch), fields: { ...tenant, sequence: entry.sequence } },
      batch.format === 'cef' ? JSON.stringify(written[index]) : (written[index] ?? ''),
    ),
  );
  const manifest = manifestOf(batch, part, written.map((line) => `${line}\n`).join(''));
  const fields = { ...tenant, manifest: 'true', upTo: part.upTo };
  const end = { ...shared(batch, naming), time: batch.at.getTime() / 1000, fields };
  return [...events, eventOf(end, JSON.stringify({ manifest }))];
}

function shared({ environment, project }: Batch, { host, index, source, sourcetype }: Naming): JsonObject {
  return {
    host: host ?? `${project}/${environment}`,
    source,
    sourcetype,
    ...(index === null ? {} : { index }),
  };
}

/** Around what is JSON already, which is not to be read and written once more. */
function eventOf(around: JsonObject, event: string): string {
  return `${JSON.stringify(around).slice(0, -1)},"event":${event}}`;
}

function secondsOf(sealed: SealedEntry, { at }: Batch): number {
  const time = Date.parse(readEntry(sealed).timestamp);
  return (Number.isNaN(time) ? at.getTime() : time) / 1000;
}
