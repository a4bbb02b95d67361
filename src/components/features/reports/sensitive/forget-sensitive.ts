import type { Session } from '../../../../db/contract.ts';
import type { Change } from '../../../../engine/changeset/changeset.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import { attributeText } from '../../evaluation/attribute-path.ts';
import { sensitiveAttributes } from '../../ruleset/sensitive-attributes.ts';
import { forgetInContexts, forgetUnits } from './queries.ts';

/**
 * What was kept of attributes that become sensitive goes, in the transaction that makes them so: out of contexts, and
 * with all that was told of units by them.
 */
export async function forgetSensitive(changes: readonly Change[], session: Session): Promise<void> {
  for (const { after, before, from, key, kind } of changes) {
    if (kind !== 'ContextKind') continue;
    const known = new Set(from === undefined ? namesOf(key, before) : []);
    for (const name of namesOf(key, after)) {
      if (known.has(name)) continue;
      await forgetInContexts(session, key, name);
      await forgetUnits(session, attributeText(key, [name]));
    }
  }
}

function namesOf(key: string, body: JsonObject | null): readonly string[] {
  return body === null ? [] : (sensitiveAttributes([{ key, body }])[key] ?? []);
}
