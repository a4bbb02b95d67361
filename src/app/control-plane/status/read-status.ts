import type { Component, HealthFact } from '../../../components/contract.ts';
import type { Session } from '../../../db/contract.ts';
import type { Caller } from '../../../server/caller.ts';
import { selectEnvironment } from '../changesets/queries.ts';
import { countByKindAndOwner } from '../resources/queries.ts';
import type { RevisionSummary } from '../../control-plane-client.ts';
import { toApiRevisionSummary } from '../revisions/mapping.ts';
import { selectRevisions } from '../revisions/queries.ts';
import { secretsPresent } from './secrets-present.ts';

/** A fact about the environment, as of a revision. */
export interface Condition {
  readonly type: string;
  readonly status: 'true' | 'false' | 'unknown';
  readonly reason: string;
  readonly message: string;
  readonly observedRevision: number;
}

export interface StatusBody {
  readonly project: string;
  readonly environment: string;
  readonly mode: 'test' | 'live';
  readonly protect: boolean;
  readonly revision: number;
  readonly lastApply: RevisionSummary | null;
  readonly resources: readonly { readonly kind: string; readonly files: number; readonly api: number }[];
  readonly conditions: readonly Condition[];
}

export async function readStatus(
  session: Session,
  caller: Caller,
  {
    components,
    masterKey,
    now,
  }: { readonly components: readonly Component[]; readonly masterKey: Uint8Array | null; readonly now: Date },
): Promise<StatusBody> {
  const environment = await selectEnvironment(session, false);
  const [last] = await selectRevisions(session, { limit: 1, offset: 0 });
  const counts = Map.groupBy(await countByKindAndOwner(session), (row) => row.kind);
  const total = (kind: string, owner: 'files' | 'api'): number =>
    counts.get(kind)?.find((row) => row.owner === owner)?.total ?? 0;
  return {
    project: caller.project,
    environment: caller.environment,
    mode: environment.mode,
    protect: environment.settings?.protect ?? false,
    revision: environment.revision,
    lastApply: last === undefined ? null : toApiRevisionSummary(last),
    resources: [...counts.keys()].map((kind) => ({ kind, files: total(kind, 'files'), api: total(kind, 'api') })),
    conditions: [
      applied(environment.revision),
      { ...(await secretsPresent(session, masterKey)), observedRevision: environment.revision },
      ...(await healthOf(session, components, now)).map((fact) => ({
        ...fact,
        observedRevision: environment.revision,
      })),
    ],
  };
}

async function healthOf(session: Session, components: readonly Component[], now: Date): Promise<readonly HealthFact[]> {
  const facts: HealthFact[] = [];
  for (const { health } of components) facts.push(...((await health?.(session, now)) ?? []));
  return facts;
}

function applied(revision: number): Condition {
  return revision === 0
    ? {
        type: 'Applied',
        status: 'false',
        reason: 'NeverApplied',
        message: 'nothing has been applied yet',
        observedRevision: 0,
      }
    : {
        type: 'Applied',
        status: 'true',
        reason: 'UpToDate',
        message: `revision ${revision} is live`,
        observedRevision: revision,
      };
}
