import type { Change } from '../../../engine/changeset/changeset.ts';
import { resourceName } from '../../../engine/resource.ts';
import type { DomainEvent } from '../../contract.ts';

/** What has happened to flags. Tells which fields are others now, and never what they say. */
export function flagEvents(changes: readonly Change[]): readonly DomainEvent[] {
  return changes
    .filter(({ kind }) => kind === 'Flag')
    .map((change) => {
      const { afterHash, beforeHash, fields, from, key } = change;
      return {
        type: `flag.${happening(change)}`,
        subject: resourceName(change),
        payload: {
          key,
          ...(from === undefined ? {} : { renamedFrom: from }),
          beforeHash,
          afterHash,
          fields: fields.map(({ path }) => path),
        },
      };
    });
}

function happening({ after, before }: Change): 'created' | 'updated' | 'archived' | 'deleted' {
  if (after === null) return 'deleted';
  if (before === null) return 'created';
  return after['state'] === 'archived' && before['state'] !== 'archived' ? 'archived' : 'updated';
}
