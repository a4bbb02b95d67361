import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { ToldImpact } from '../../../engine/changeset/impact.ts';
import type { AccessState } from './access-states.ts';

/** What a role means for those who are no members yet: who will come, and so gains by it, nobody can say. */
export function newMembers(change: DraftChange, before: AccessState): ToldImpact['unknown'] {
  // Of a first apply everything is new to whoever comes.
  if (!becomesDefault(change) || before.roles.size === 0) return [];
  const reason = 'every new member gets the role from now on, and how many will come is not known';
  return [{ reason, figures: ['membersGainingPermission'] }];
}

/** Whether it is not given to new members any more. */
export function endsAsDefault({ after, before, kind }: DraftChange): boolean {
  return kind === 'Role' && before?.['default'] === true && after !== null && after['default'] !== true;
}

function becomesDefault({ after, before, kind }: DraftChange): boolean {
  return kind === 'Role' && after?.['default'] === true && before?.['default'] !== true;
}
