import type { Session } from '../../../db/contract.ts';
import { readLiveResources } from '../../../db/live-resources.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { Somebody, ToldEffect } from '../../../engine/changeset/impact.ts';
import type { KindRegistry } from '../../../engine/model/registry.ts';
import { resourceName } from '../../../engine/resource.ts';
import { resourceReferences } from '../../../engine/validate/resource-references.ts';

/** For what is deleted or renamed: the live resources that refer to it, as an effect of the change. */
export async function findReferrers(
  session: Session,
  drafts: readonly DraftChange[],
  registry: KindRegistry,
): Promise<ReadonlyMap<DraftChange, ToldEffect>> {
  const leaving = new Map(
    drafts
      .filter(({ action }) => action === 'delete' || action === 'rename')
      .map((draft) => [resourceName({ kind: draft.kind, key: draft.from ?? draft.key }), draft]),
  );
  const found = new Map<DraftChange, ToldEffect>();
  if (leaving.size === 0) return found;
  const referrers = new Map<DraftChange, Set<string>>();
  for (const resource of await readLiveResources(session, [...registry.kinds.keys()])) {
    for (const reference of resourceReferences(resource, registry)) {
      const draft = leaving.get(resourceName(reference));
      if (draft === undefined || resourceName(reference) === resourceName(resource)) continue;
      const names = referrers.get(draft) ?? new Set();
      referrers.set(draft, names.add(resourceName(resource)));
    }
  }
  for (const [draft, names] of referrers) found.set(draft, referrerEffect([...names]));
  return found;
}

function referrerEffect(names: readonly string[]): ToldEffect {
  return {
    figure: 'references',
    text: names.length === 1 ? '1 live resource refers to it' : `${names.length} live resources refer to it`,
    groups: [{ who: names.map(referrer), what: {} }],
  };
}

function referrer(name: string): Somebody {
  const [kind = '', ...key] = name.split('/');
  return { name, resource: { kind, key: key.join('/') } };
}
