import type { CarryContext, Component } from '../../../components/contract.ts';
import type { Session } from '../../../db/contract.ts';
import type { Change } from '../../../engine/changeset/changeset.ts';

/** Lets each component take along what it keeps beside the configuration, in the transaction of the change. */
export async function carryAlong(
  session: Session,
  changes: readonly Change[],
  components: readonly Component[],
  context: CarryContext,
): Promise<void> {
  for (const { carry, models } of components) {
    const concerned = changes.filter(({ kind }) => models.some((model) => model.kind === kind));
    if (concerned.length > 0) await carry?.(concerned, session, context);
  }
}
