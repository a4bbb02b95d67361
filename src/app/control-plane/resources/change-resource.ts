import type { Session } from '../../../db/contract.ts';
import { assembleChangeset } from '../../../engine/changeset/assemble-changeset.ts';
import type { DraftChange } from '../../../engine/changeset/draft-change.ts';
import type { AllowedFigures } from '../../../engine/changeset/guardrails.ts';
import { hashBody } from '../../../engine/changeset/draft-changes.ts';
import { diffBodies } from '../../../engine/diff/diff-bodies.ts';
import { canonicalBody } from '../../../engine/validate/canonical-body.ts';
import { normalizeBody } from '../../../engine/diff/normalize-body.ts';
import { keepUnmanaged } from '../../../engine/diff/unmanaged.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { makeError, type PlatformError } from '../../../engine/platform-error/index.ts';
import { type EnvironmentSettings, type ResourceId, resourceName } from '../../../engine/resource.ts';
import { toJsonObject } from '../../../engine/to-json.ts';
import type { Caller } from '../../../server/caller.ts';
import { commitOrRehearse, type Made } from '../changesets/apply.ts';
import { askImpact } from '../changesets/ask-impact.ts';
import { selectEnvironment, selectLiveHashes } from '../changesets/queries.ts';
import { refuseInvalid } from '../changesets/refuse-invalid.ts';
import type { Dependencies } from '../dependencies.ts';
import { resourceErrors } from './errors.ts';
import { type ResourceRecord, selectOwningRevision, selectResource } from './queries.ts';

/** What the API wants one resource to be; null to delete it. */
export interface ResourceChange extends ResourceId {
  readonly body: JsonObject | null;
  readonly approve?: string;
  /** Figures that may be over their limit, each exactly as named. */
  readonly allow?: AllowedFigures;
  readonly message?: string;
}

const defaultSettings = { protect: false, guardrails: { limits: {} } } as const;

/**
 * Creates, changes or deletes one resource through the API, as a revision like any other. The files keep
 * what is theirs: of a resource they own, only `unmanaged` fields can change.
 */
export async function changeResource(
  session: Session,
  caller: Caller,
  change: ResourceChange,
  now: Date,
  dependencies: Dependencies,
): Promise<Made> {
  const { registry } = dependencies;
  const schema = registry.kinds.get(change.kind)?.model.schema;
  if (schema === undefined)
    throw makeError(resourceErrors.unknownKind, { message: `there is no kind ${change.kind}`, param: 'kind' });
  const environment = await selectEnvironment(session, true);
  const live = await selectResource(session, change.kind, change.key);
  if (change.body === null && live === undefined) throw notFound(change);
  const after = change.body === null ? null : normalizeBody(canonicalBody(change.kind, change.body, registry), schema);
  if (live?.owner === 'files') await refuseOwnedFields(session, caller, live, after, dependencies);

  const draft: DraftChange = {
    kind: change.kind,
    key: change.key,
    action: after === null ? 'delete' : live === undefined ? 'create' : 'update',
    owner: live?.owner ?? 'api',
    fields: after === null || live === undefined ? [] : diffBodies(live.body, after, schema),
    before: live?.body ?? null,
    after,
    beforeHash: live?.hash ?? null,
    afterHash: after === null ? null : hashBody(after),
  };
  const drafts = draft.beforeHash === draft.afterHash ? [] : [draft];
  if (drafts.length > 0) await refuseInvalidTogether(session, draft, dependencies);
  const settings = environment.settings ?? { mode: environment.mode, ...defaultSettings };
  // What the files hand over to the API needs no approval there; limits on who would feel it still hold.
  const guarding = live?.owner === 'files' ? withoutApprovals(settings) : settings;
  const changeset = assembleChangeset(
    {
      project: caller.project,
      environment: caller.environment,
      drafts,
      impacts: await askImpact(session, drafts, dependencies),
      conflicts: [],
      settings: { before: guarding, after: guarding },
      ...(change.allow === undefined ? {} : { allow: change.allow }),
    },
    registry,
  );
  return commitOrRehearse(
    session,
    { changeset, environment, settings },
    {
      cause: 'api',
      author: caller.actor,
      revisionId: dependencies.host.ids.next('rev'),
      now,
      ...(change.approve === undefined ? {} : { approve: change.approve }),
      ...(change.message === undefined ? {} : { message: change.message }),
    },
    false,
    dependencies,
  );
}

function withoutApprovals({ mode, guardrails }: EnvironmentSettings): EnvironmentSettings {
  return { mode, protect: false, guardrails: { limits: guardrails.limits } };
}

export function notFound(id: ResourceId): PlatformError {
  return makeError(resourceErrors.notFound, {
    message: `${resourceName(id)} is not live in this environment`,
    param: 'key',
  });
}

async function refuseOwnedFields(
  session: Session,
  caller: Caller,
  live: ResourceRecord,
  after: JsonObject | null,
  { registry }: Dependencies,
): Promise<void> {
  const schema = registry.kinds.get(live.kind)?.model.schema ?? {};
  const allowed = after === null ? null : keepUnmanaged(live.body, after, caller.environment, schema);
  if (after !== null && allowed !== null && hashBody(allowed) === hashBody(after)) return;
  const owner = await selectOwningRevision(session, live);
  const fields =
    after === null || allowed === null ? [] : diffBodies(allowed, after, schema).map((field) => field.path);
  const what =
    after === null
      ? `${resourceName(live)} cannot be deleted`
      : `${fields.join(', ')} of ${resourceName(live)} cannot change`;
  const by = owner?.commit ? `commit ${owner.commit}` : `revision ${owner?.number ?? live.revision}`;
  throw makeError(resourceErrors.ownedByFiles, {
    message: `${what} through the API: the files own it, as of ${by}`,
    details: toJsonObject({
      revision: owner?.number ?? live.revision,
      commit: owner?.commit ?? null,
      author: owner?.author ?? null,
      fields,
    }),
  });
}

async function refuseInvalidTogether(
  session: Session,
  draft: DraftChange,
  { bodies, registry }: Dependencies,
): Promise<void> {
  const live = await bodies.read(session, await selectLiveHashes(session));
  const others = live.filter((resource) => resourceName(resource) !== resourceName(draft));
  const own = draft.after === null ? [] : [{ kind: draft.kind, key: draft.key, body: draft.after }];
  refuseInvalid([...others, ...own], registry);
}
