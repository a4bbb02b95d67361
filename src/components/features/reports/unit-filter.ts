import type { Session } from '../../../db/contract.ts';
import { readLiveResources } from '../../../db/live-resources.ts';
import { readAttribute } from '../evaluation/attribute-path.ts';
import { isSensitive } from '../evaluation/is-sensitive.ts';
import { sensitiveAttributes } from '../ruleset/sensitive-attributes.ts';

/** Says of units that are told whether they may be kept: none of a sensitive attribute is, whoever tells it. */
export async function unitFilter(session: Session): Promise<(told: { readonly by: string }) => boolean> {
  const sensitive = sensitiveAttributes(await readLiveResources(session, ['ContextKind']));
  return ({ by }) => !isSensitive(sensitive, readAttribute(by));
}
