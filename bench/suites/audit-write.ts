import { type AuditWriter, startAuditWriter } from '../fixtures/audit-writer.ts';
import type { JsonObject } from '../../src/engine/json.ts';
import { interleave } from '../measure/interleave.ts';
import { ratioRow, type Row } from '../measure/row.ts';

const [batches, atOnce, changes] = [20, 1_000, 400];

/**
 * What it costs to be in the record. Beside copying the very rows, with the same indexes, by the fastest way PostgreSQL
 * has; and beside the bare change that an entry and an event go with. Every time is that of the whole, with its commits.
 */
export async function auditWriteSuite(): Promise<readonly Row[]> {
  const writer = await startAuditWriter();
  try {
    const entries = Array.from({ length: batches * atOnce }, (_, number) => entryOf(number));
    const batched = await interleave(
      7,
      () => millisecondsOf(() => writer.record(entries, atOnce)),
      () => copied(writer, entries.length),
    );
    const alone = await interleave(
      7,
      () => millisecondsOf(() => changeAll(writer, true)),
      () => millisecondsOf(() => changeAll(writer, false)),
    );
    const each = ({ ours, peer, ratio }: typeof batched, count: number, unit: number) => ({
      ours: (ours * unit) / count,
      peer: (peer * unit) / count,
      ratio,
    });
    return [
      ratioRow(
        `recording ${atOnce.toLocaleString('en')} entries a request, each`,
        'µs',
        each(batched, entries.length, 1_000),
        1.25,
      ),
      ratioRow('a change with its event and its entry, beside the bare change', 'ms', each(alone, changes, 1), 1.67),
    ];
  } finally {
    await writer.stop();
  }
}

async function copied(writer: AuditWriter, count: number): Promise<number> {
  const copy = await writer.copyAgain(count);
  return millisecondsOf(copy);
}

async function changeAll(writer: AuditWriter, recorded: boolean): Promise<void> {
  for (let number = 0; number < changes; number += 1) await writer.change(number, recorded);
}

async function millisecondsOf(work: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Some 440 bytes, as entries of people at work are. */
function entryOf(number: number): JsonObject {
  return {
    action: ['document.exported', 'auth.login', 'invoice.approved'][number % 3] ?? '',
    actor: { id: `user-${number % 500}`, name: `Person ${number % 500}`, ip: `192.0.2.${number % 250}` },
    resource: { type: 'document', id: `doc-${number}` },
    tenantId: 'acme',
    before: { state: 'draft', version: number },
    after: { state: 'final', version: number + 1 },
    metadata: { format: 'pdf', pages: number % 90, note: 'As agreed with the customer on the telephone.' },
  };
}
