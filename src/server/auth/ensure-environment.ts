import type { Database, Transaction } from '../../db/contract.ts';
import type { EnvironmentMode } from '../../engine/resource.ts';
import { makeError } from '../../engine/platform-error/index.ts';
import type { Host } from '../../host/contract.ts';
import type { DoneBeside } from '../trail.ts';
import { environmentErrors } from './environment-errors.ts';
import {
  hasKeys,
  insertEnvironment,
  insertProject,
  lockEnvironment,
  selectEnvironment,
  selectProjectId,
  type StoredEnvironment,
  updateMode,
} from './queries.ts';

export interface EnvironmentRequest {
  readonly project: string;
  readonly environment: string;
  /** The mode an unused environment gets, and a used one must have. Absent: `test` for a new one, any for an existing. */
  readonly mode?: EnvironmentMode;
}

/** Writes down, in the same transaction, that an environment has come into being or taken over a mode. */
export type BroughtAbout = (
  tx: Transaction,
  done: Pick<DoneBeside, 'action' | 'changed' | 'environmentId'>,
) => Promise<void>;

/**
 * The environment of this name, created when it does not exist, with its project. Safe to call twice at once.
 * One that was only looked at, without a revision or a key so far, takes over the mode that is asked for.
 * Throws `environments/mode-fixed` when a used one is in the other mode: the mode is in every key.
 */
export async function ensureEnvironment(
  database: Database,
  host: Pick<Host, 'clock' | 'ids'>,
  request: EnvironmentRequest,
  broughtAbout: BroughtAbout,
): Promise<StoredEnvironment> {
  const existing = await database.withControlPlane('read', (tx) =>
    selectEnvironment(tx, request.project, request.environment),
  );
  const found = existing ?? (await database.withControlPlane('write', (tx) => create(tx, host, request, broughtAbout)));
  const { mode } = request;
  return mode === undefined || mode === found.mode
    ? found
    : database.withControlPlane('write', (tx) => takeOverMode(tx, found, mode, broughtAbout));
}

/**
 * The lock keeps out whoever would use the environment meanwhile: applies lock its row, and a new key refers to
 * it. Both look at the mode again once they have it.
 */
async function takeOverMode(
  tx: Transaction,
  found: StoredEnvironment,
  mode: EnvironmentMode,
  broughtAbout: BroughtAbout,
): Promise<StoredEnvironment> {
  const locked = await lockEnvironment(tx, found.environmentId);
  if (locked.mode !== mode) {
    if (locked.revision > 0 || (await hasKeys(tx, found.environmentId))) {
      throw makeError(environmentErrors.modeFixed, {
        message:
          `Environment '${found.environment}' of project '${found.project}' is used in ${locked.mode} mode, and the ` +
          `request is for ${mode} mode. The mode of an environment is fixed by its first apply or key.`,
      });
    }
    await updateMode(tx, found.environmentId, mode);
    await broughtAbout(tx, {
      action: 'environment.mode_changed',
      environmentId: found.environmentId,
      changed: { ...named(found), before: { mode: locked.mode }, after: { mode } },
    });
  }
  return { ...found, mode };
}

async function create(
  tx: Transaction,
  host: Pick<Host, 'clock' | 'ids'>,
  { project, environment, mode = 'test' }: EnvironmentRequest,
  broughtAbout: BroughtAbout,
): Promise<StoredEnvironment> {
  const createdAt = host.clock.now();
  await insertProject(tx, { id: host.ids.next('prj'), key: project, createdAt });
  const projectId = await selectProjectId(tx, project);
  if (projectId === undefined) {
    throw new RangeError(`project '${project}' vanished while its environment was being created`);
  }
  const id = host.ids.next('env');
  await insertEnvironment(tx, { id, projectId, key: environment, mode, createdAt });
  const created = await selectEnvironment(tx, project, environment);
  if (created === undefined) {
    throw new RangeError(`environment '${environment}' vanished while it was being created`);
  }
  // Somebody else may have been first.
  if (created.environmentId === id) {
    await broughtAbout(tx, {
      action: 'environment.created',
      environmentId: id,
      changed: { ...named(created), before: null, after: { project, mode } },
    });
  }
  return created;
}

function named({ environment }: StoredEnvironment): Pick<DoneBeside['changed'], 'resource'> {
  return { resource: { type: 'environment', id: environment } };
}
