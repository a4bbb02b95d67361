import type { Session } from '../../../db/contract.ts';
import { assembleChangeset } from '../../../engine/changeset/assemble-changeset.ts';
import type { Changeset } from '../../../engine/changeset/changeset.ts';
import { type DesiredRecord, draftChanges } from '../../../engine/changeset/draft-changes.ts';
import type { AllowedFigures } from '../../../engine/changeset/guardrails.ts';
import type { LiveRecord, LiveState } from '../../../engine/changeset/live-state.ts';
import { orderChanges } from '../../../engine/changeset/order-changes.ts';
import type { KindRegistry } from '../../../engine/model/registry.ts';
import { type EnvironmentSettings, type Resource, resourceName } from '../../../engine/resource.ts';
import { resourceReferences } from '../../../engine/validate/resource-references.ts';
import type { Dependencies } from '../dependencies.ts';
import { askImpact } from './ask-impact.ts';
import type { Compared } from './leaves-nothing.ts';
import { refuseInvalid } from './refuse-invalid.ts';
import { refuseOtherMode } from './refuse-other-mode.ts';
import { formerName, type HistoricResource, isHandedOver, toDesiredRecords } from './to-desired-records.ts';
import { type EnvironmentRow, selectBodies, selectEnvironment, selectLiveHashes } from './queries.ts';

/** What a plan or an apply starts from: the files' whole state, or one rebuilt from history. */
export interface Intent {
  readonly project: string;
  readonly environment: string;
  readonly settings: EnvironmentSettings;
  readonly resources: readonly HistoricResource[];
  readonly adopt: boolean;
  /** Figures that may be over their limit, each exactly as named. */
  readonly allow?: AllowedFigures;
}

export interface PreparedChangeset {
  readonly changeset: Changeset;
  readonly environment: EnvironmentRow;
  readonly settings: EnvironmentSettings;
  /** Some changes of a saved changeset had been made by somebody else already and are left out. */
  readonly partlyMade?: boolean;
  /** Absent where the changeset was not computed from a whole desired state. */
  readonly compared?: Compared;
}

/**
 * Computes a changeset against the live state, in the caller's transaction. Plan and apply both come
 * through here, so a plan cannot show what an apply would not do.
 *
 * @param lock hold the environment until the transaction ends; an apply must, a plan need not.
 * @throws ValidationError `changes/invalid` when the configuration would not be valid once applied.
 */
export async function prepareChangeset(
  session: Session,
  intent: Intent,
  lock: boolean,
  dependencies: Dependencies,
): Promise<PreparedChangeset> {
  const environment = await selectEnvironment(session, lock);
  refuseOtherMode(intent.settings, environment, 'desired.settings.mode');
  refuseRepeated(intent.resources, dependencies.registry);
  const records = new Map((await selectLiveHashes(session)).map((record) => [resourceName(record), record]));
  const { desired, live } = await meetLive(session, intent, records, environment, dependencies);
  const draft = draftChanges(desired, live, dependencies.registry, { adopt: intent.adopt });
  if (draft.changes.length > 0) refuseInvalid(resultingResources(desired, live), dependencies.registry);
  const drafts = orderChanges(draft.changes, (kind, body) =>
    resourceReferences({ kind, key: '', body }, dependencies.registry),
  );
  const changeset = assembleChangeset(
    {
      project: intent.project,
      environment: intent.environment,
      drafts,
      impacts: await askImpact(session, drafts, dependencies),
      conflicts: draft.conflicts,
      settings: { before: environment.settings, after: intent.settings },
      ...(intent.allow === undefined ? {} : { allow: intent.allow }),
    },
    dependencies.registry,
  );
  const compared = { resources: intent.resources, environment: intent.environment, desired, live };
  return { changeset, environment, settings: intent.settings, compared };
}

/** Loads the bodies that the comparison needs, and no others: most of a large environment never differs. */
async function meetLive(
  session: Session,
  intent: Intent,
  records: ReadonlyMap<string, LiveRecord>,
  environment: EnvironmentRow,
  { registry }: Dependencies,
): Promise<{ readonly desired: readonly DesiredRecord[]; readonly live: LiveState }> {
  const handedOver = intent.resources.filter(isHandedOver);
  const standing = handedOver.flatMap(
    (resource) => records.get(resourceName(resource)) ?? records.get(formerName(resource)) ?? [],
  );
  const handedOverBodies = await selectBodies(session, standing);
  const desired = toDesiredRecords(intent.resources, handedOverBodies, intent.environment, registry);
  const needed = recordsThatDiffer(desired, records);
  const bodies = await selectBodies(session, needed);
  const loaded = new Map(records);
  for (const record of needed) {
    const body = bodies.get(resourceName(record));
    if (body !== undefined) loaded.set(resourceName(record), { ...record, body });
  }
  return { desired, live: { settings: environment.settings, records: loaded } };
}

function recordsThatDiffer(
  desired: readonly DesiredRecord[],
  records: ReadonlyMap<string, LiveRecord>,
): readonly LiveRecord[] {
  const same = new Set<string>();
  for (const resource of desired) {
    const record = records.get(resourceName(resource));
    const stays = record?.owner === 'files' && resource.owner !== 'api' && record.hash === resource.hash;
    if (stays) same.add(resourceName(resource));
  }
  // The API's own resources are needed whole once anything changes: references may point to them.
  return same.size === records.size ? [] : [...records.values()].filter((record) => !same.has(resourceName(record)));
}

/** Everything that will be live after the changeset: what the files say and what the API owns beside it. */
function resultingResources(desired: readonly DesiredRecord[], live: LiveState): readonly Resource[] {
  const wanted = new Set(desired.map(resourceName));
  const beside = [...live.records.values()].filter(
    (record) => record.owner === 'api' && !wanted.has(resourceName(record)),
  );
  return [...desired, ...beside.map(({ kind, key, body }) => ({ kind, key, body: body ?? {} }))];
}

/** Before anything is compared: two bodies of one name have no meaning. */
function refuseRepeated(resources: readonly Resource[], registry: KindRegistry): void {
  const names = new Set(resources.map(resourceName));
  if (names.size < resources.length) refuseInvalid(resources, registry);
}
