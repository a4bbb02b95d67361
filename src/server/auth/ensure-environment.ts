import type { Database, Transaction } from '../../db/contract.ts';
import type { EnvironmentMode } from '../../engine/resource.ts';
import { makeError } from '../../engine/platform-error/index.ts';
import type { Host } from '../../host/contract.ts';
import { environmentErrors } from '../errors.ts';
import {
  insertEnvironment,
  insertProject,
  selectEnvironment,
  selectProjectId,
  type StoredEnvironment,
} from './queries.ts';

export interface EnvironmentRequest {
  readonly project: string;
  readonly environment: string;
  /** The mode a new environment gets, and an existing one must have. Absent: `test` for a new one, any for an existing. */
  readonly mode?: EnvironmentMode;
}

/**
 * The environment of this name, created when it does not exist, with its project. Safe to call twice at once.
 * Throws `environments/mode-fixed` when it exists in the other mode: the mode is in every key and never changes.
 */
export async function ensureEnvironment(
  database: Database,
  host: Pick<Host, 'clock' | 'ids'>,
  request: EnvironmentRequest,
): Promise<StoredEnvironment> {
  const existing = await database.withControlPlane('read', (tx) =>
    selectEnvironment(tx, request.project, request.environment),
  );
  const found = existing ?? (await database.withControlPlane('write', (tx) => create(tx, host, request)));
  if (request.mode !== undefined && request.mode !== found.mode) {
    throw makeError(environmentErrors.modeFixed, {
      message:
        `Environment '${found.environment}' of project '${found.project}' was created in ${found.mode} mode, ` +
        `and the request is for ${request.mode} mode. The mode of an environment never changes.`,
    });
  }
  return found;
}

async function create(
  tx: Transaction,
  host: Pick<Host, 'clock' | 'ids'>,
  { project, environment, mode = 'test' }: EnvironmentRequest,
): Promise<StoredEnvironment> {
  const createdAt = host.clock.now();
  await insertProject(tx, { id: host.ids.next('prj'), key: project, createdAt });
  const projectId = await selectProjectId(tx, project);
  if (projectId === undefined) {
    throw new RangeError(`project '${project}' vanished while its environment was being created`);
  }
  await insertEnvironment(tx, { id: host.ids.next('env'), projectId, key: environment, mode, createdAt });
  const created = await selectEnvironment(tx, project, environment);
  if (created === undefined) {
    throw new RangeError(`environment '${environment}' vanished while it was being created`);
  }
  return created;
}
