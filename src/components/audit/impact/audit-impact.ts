import type { ToldImpact } from '../../../engine/changeset/impact.ts';
import type { TellImpact } from '../../contract.ts';
import { alertRuleImpact } from './alert-rule-impact.ts';
import { retentionImpact } from './retention-impact.ts';
import { streamImpact } from './stream-impact.ts';

/** Each answers null for changes that it knows nothing of. */
const tellers: readonly TellImpact[] = [alertRuleImpact, retentionImpact, streamImpact];

/** Who would feel changes to rules and policies about the record. */
export const auditImpact: TellImpact = async (changes, session, context) => {
  const told: (readonly (ToldImpact | null)[])[] = [];
  for (const tell of tellers) told.push(await tell(changes, session, context));
  return changes.map(
    (_, index) => told.map((answers) => answers[index] ?? null).find((answer) => answer !== null) ?? null,
  );
};
