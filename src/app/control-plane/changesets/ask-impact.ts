import type { Component } from '../../../components/contract.ts';
import type { Session } from '../../../db/contract.ts';
import { defaultImpact } from '../../../engine/changeset/default-impact.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { ToldImpact } from '../../../engine/changeset/impact.ts';
import { modelOf } from '../../../engine/changeset/model-of.ts';
import type { Dependencies } from '../dependencies.ts';
import { findReferrers } from './find-referrers.ts';

/**
 * Asks the owner of each kind who would feel the change; the model answers where the owner does not. Whatever
 * goes or gets another key is also felt by what refers to it.
 */
export async function askImpact(
  session: Session,
  drafts: readonly DraftChange[],
  { components, host, impacts, registry, ports }: Dependencies,
): Promise<readonly ToldImpact[]> {
  const answers = new Map<DraftChange, ToldImpact>();
  const owners = new Map(components.map((component) => [component.name, component]));
  const byOwner = Map.groupBy(drafts, (draft) => modelOf(draft.kind, registry).component);
  const context = { ports, now: host.clock.now(), changeset: drafts };
  for (const [name, concerned] of byOwner) {
    const owner = owners.get(name);
    const told = (await impacts.get(name)?.(concerned, session, context)) ?? [];
    concerned.forEach((draft, index) => answers.set(draft, told[index] ?? fromModel(draft, owner, registry)));
  }
  const referrers = await findReferrers(session, drafts, registry);
  return drafts.map((draft) => {
    const told = answers.get(draft) ?? fromModel(draft, undefined, registry);
    const effect = referrers.get(draft);
    return effect === undefined ? told : { ...told, effects: [...told.effects, effect] };
  });
}

function fromModel(draft: DraftChange, owner: Component | undefined, registry: Dependencies['registry']): ToldImpact {
  return defaultImpact(draft, modelOf(draft.kind, registry), {
    reason: owner?.unknownImpact?.[draft.kind],
    figures: owner?.guardedFigures?.[draft.kind],
  });
}
