import { PlatformError } from '../../src/engine/platform-error/index.ts';

/** The error that a promise was refused with; fails when it was not, or not with one of ours. */
export async function refusal(promise: Promise<unknown>): Promise<PlatformError> {
  const outcome = await promise.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(outcome instanceof PlatformError)) throw new Error('it was not refused', { cause: outcome });
  return outcome;
}
