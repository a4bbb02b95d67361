import type { Session } from '../../../../db/contract.ts';
import { makeError } from '../../../../engine/platform-error/index.ts';
import type { Random } from '../../../../host/contract.ts';
import { webhookErrors } from '../../errors.ts';
import { holdState, updateState } from '../calling/queries.ts';
import { toEndpoint } from '../endpoint.ts';
import { makeSecret, seal } from '../signing-secrets.ts';
import { findEndpoint } from './find.ts';

export interface RotatedSecret {
  /** Shown this once. */
  readonly secret: string;
  /** The one before signs besides until then; null: there was none, or it ended at once. */
  readonly previousUntil: Date | null;
}

/**
 * Makes a new secret that signs from now on; the one before signs besides for so many milliseconds.
 *
 * @throws ConflictError `webhooks/secret-is-configured`, `webhooks/no-master-key`, `webhooks/secret-still-valid`
 */
export async function rotateSecret(
  session: Session,
  key: string,
  { keptFor, now }: { readonly keptFor: number; readonly now: Date },
  { masterKey, random }: { readonly masterKey: Uint8Array | null; readonly random: Random },
): Promise<RotatedSecret> {
  const { secret: configured } = toEndpoint(key, (await findEndpoint(session, key)).body);
  if (configured !== null) {
    throw makeError(webhookErrors.secretIsConfigured, {
      message: `The configuration of ${key} names its secret: set that one anew, with the old one behind it for a while.`,
    });
  }
  if (masterKey === null) {
    throw makeError(webhookErrors.noMasterKey, {
      message: 'The server has no master key: start it with DREAM_MASTER_KEY set to 32 bytes in base64.',
    });
  }
  const state = await holdState(session, key);
  if (keptFor > 0 && state.previousUntil !== null && state.previousUntil > now) {
    throw makeError(webhookErrors.secretStillValid, {
      message: `The secret before the present one of ${key} signs until ${state.previousUntil.toISOString()}, and a call carries two signatures at most. Make a new one after that, or end both at once with \`keepPreviousFor: 0\`, on the command line \`--overlap 0s\`.`,
    });
  }
  const secret = makeSecret(random);
  const previousUntil = state.secret === null || keptFor === 0 ? null : new Date(now.getTime() + keptFor);
  await updateState(session, key, {
    secret: seal({ masterKey, environmentId: session.environmentId, endpoint: key }, random, secret),
    previousSecret: previousUntil === null ? null : state.secret,
    previousUntil,
  });
  return { secret, previousUntil };
}
