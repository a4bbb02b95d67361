import type { Session } from '../../../../db/contract.ts';
import type { Change } from '../../../../engine/changeset/changeset.ts';
import { beginStreams, deleteStreams, hastenStreams, renameStreams } from './queries.ts';

/**
 * A new stream begins in each chain where it stands now, in the apply's own transaction, so that nothing that is sealed
 * afterwards is left out. A stream that is renamed goes on where it stood, and one that is changed tries at once.
 */
export async function carryStreams(changes: readonly Change[], session: Session, now: Date): Promise<void> {
  const streams = changes.filter(({ kind }) => kind === 'AuditStream');
  if (streams.length === 0) return;
  const keysOf = (action: Change['action']): readonly string[] =>
    streams.filter((change) => change.action === action && change.from === undefined).map(({ key }) => key);
  await deleteStreams(session, keysOf('delete'));
  await renameStreams(
    session,
    streams.flatMap(({ from, key }) => (from === undefined ? [] : [{ from, to: key }])),
  );
  await hastenStreams(
    session,
    streams.map(({ key }) => key),
    now,
  );
  await beginStreams(session, keysOf('create'), now);
}
