import type { Change } from '../../../engine/changeset/changeset.ts';
import { changeEvent, happeningOf } from '../../change-event.ts';
import type { DomainEvent } from '../../contract.ts';

/** What has happened to flags. */
export function flagEvents(changes: readonly Change[]): readonly DomainEvent[] {
  return changes
    .filter(({ kind }) => kind === 'Flag')
    .map((change) => changeEvent(change, isArchived(change) ? 'archived' : happeningOf(change)));
}

function isArchived({ after, before }: Change): boolean {
  return before !== null && before['state'] !== 'archived' && after?.['state'] === 'archived';
}
