import type { Component } from '../../../components/contract.ts';
import type { Session } from '../../../db/contract.ts';
import type { Impact } from '../../../engine/changeset/changeset.ts';
import { defaultImpact } from '../../../engine/changeset/default-impact.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import { modelOf } from '../../../engine/changeset/model-of.ts';
import type { Dependencies } from '../dependencies.ts';

/** Asks the owner of each kind who would feel the change; the model answers where the owner does not. */
export async function askImpact(
  session: Session,
  drafts: readonly DraftChange[],
  { components, registry, ports }: Dependencies,
): Promise<readonly Impact[]> {
  const answers = new Map<DraftChange, Impact>();
  const owners = new Map(components.map((component) => [component.name, component]));
  const byOwner = Map.groupBy(drafts, (draft) => modelOf(draft.kind, registry).component);
  for (const [name, concerned] of byOwner) {
    const owner = owners.get(name);
    const told = (await owner?.impact?.(concerned, session, ports)) ?? [];
    concerned.forEach((draft, index) => answers.set(draft, told[index] ?? fromModel(draft, owner, registry)));
  }
  return drafts.map((draft) => answers.get(draft) ?? fromModel(draft, undefined, registry));
}

function fromModel(draft: DraftChange, owner: Component | undefined, registry: Dependencies['registry']): Impact {
  const impact = defaultImpact(draft, modelOf(draft.kind, registry), owner?.unknownImpact?.[draft.kind]);
  const figures = owner?.guardedFigures?.[draft.kind];
  return impact.status === 'unknown' && figures !== undefined ? { ...impact, unknownFigures: figures } : impact;
}
