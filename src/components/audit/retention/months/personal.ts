import type { Database, Transaction } from '../../../../db/contract.ts';
import type { Month } from '../month.ts';
import { deleteMark, deletePersonal, insertMark, selectMarks } from './queries.ts';

/** Of what is kept apart from entries, so many at once. */
const most = 20_000;
/** In the table of turns: a month that is gone, what was kept apart from whose entries is still to be deleted. */
const prefix = 'audit-retention-personal ';

/** Leaves it to {@link deleteLeftPersonal} to delete what was kept apart from the entries of a month, once this lasts. */
export async function leavePersonal(tx: Transaction, { begin }: Month): Promise<void> {
  await insertMark(tx, prefix + begin.toISOString());
}

/**
 * Deletes what was kept apart from entries of months that are gone, also where somebody else was killed after he had
 * dropped them. Little at a time: a transaction that writes for long keeps whoever follows the record waiting.
 */
export async function deleteLeftPersonal({
  database,
  keepTurn,
  signal,
}: {
  readonly database: Pick<Database, 'withControlPlane'>;
  readonly keepTurn: () => Promise<void>;
  readonly signal: AbortSignal;
}): Promise<void> {
  for (const name of await database.withControlPlane('read', (tx) => selectMarks(tx, prefix))) {
    const begin = new Date(name.slice(prefix.length));
    const end = new Date(Date.UTC(begin.getUTCFullYear(), begin.getUTCMonth() + 1, 1));
    for (let deleted = most; deleted === most; ) {
      if (signal.aborted) return;
      deleted = await database.withControlPlane('write', (tx) => deletePersonal(tx, { begin, end }, most));
      await keepTurn();
    }
    await database.withControlPlane('write', (tx) => deleteMark(tx, name));
  }
}
