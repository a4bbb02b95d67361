import { changeErrors } from '../../../engine/changeset/errors.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import type { EnvironmentSettings } from '../../../engine/resource.ts';
import type { EnvironmentRow } from './queries.ts';

/**
 * An apply never changes the mode, which is in every key. Call it with the environment locked: until the first
 * revision another request may still take over another mode.
 *
 * @throws ValidationError `changes/wrong-environment`
 */
export function refuseOtherMode(
  settings: Pick<EnvironmentSettings, 'mode'>,
  environment: Pick<EnvironmentRow, 'mode'>,
  param: string,
): void {
  if (settings.mode === environment.mode) return;
  throw makeError(changeErrors.wrongEnvironment, {
    message: `the environment is in ${environment.mode} mode, the settings sent say ${settings.mode}`,
    param,
  });
}
