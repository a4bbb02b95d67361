import type { Session } from '../../../db/contract.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { makeError } from '../../../engine/platform-error/index.ts';
import { masterKeyName, sealSecret } from '../../../engine/sealing/seal-secret.ts';
import type { Random } from '../../../host/contract.ts';
import { type Page, pageBounds, type PageRequest, toPage } from '../../../server/page.ts';
import type { SecretName } from '../../control-plane-client.ts';
import { secretErrors } from './errors.ts';
import {
  countSecrets,
  deleteSecret,
  type SecretRow,
  selectSecretName,
  selectSecretNames,
  upsertSecret,
} from './queries.ts';

export interface SecretSealing {
  readonly masterKey: Uint8Array | null;
  readonly random: Random;
}

export async function listSecrets(session: Session, request: PageRequest): Promise<Page<SecretName>> {
  const rows = await selectSecretNames(session, pageBounds(request));
  return toPage(rows.map(toSecretName), await countSecrets(session), request);
}

/** Who set it when, and nothing of its value; null where there is none. */
export async function findSecret(session: Session, name: string): Promise<JsonObject | null> {
  const row = await selectSecretName(session, name);
  return row === undefined ? null : { ...toSecretName(row) };
}

export interface SecretToSet {
  readonly name: string;
  readonly value: string;
  readonly updatedBy: string;
  readonly updatedAt: Date;
}

/** Keeps the value sealed, in place of an earlier one. */
export async function setSecret(
  session: Session,
  { masterKey, random }: SecretSealing,
  secret: SecretToSet,
): Promise<SecretName> {
  if (masterKey === null) {
    throw makeError(secretErrors.noMasterKey, {
      message:
        'The server has no master key to seal secrets with: start it with DREAM_MASTER_KEY set to 32 bytes in base64.',
    });
  }
  const { name, value, updatedBy, updatedAt } = secret;
  const sealed = sealSecret(masterKey, random.bytes(12), sealingContext(session.environmentId, name), value);
  await upsertSecret(session, { name, sealed, sealedWith: masterKeyName(masterKey), updatedBy, updatedAt });
  return toSecretName({ name, updatedBy, updatedAt });
}

export async function removeSecret(session: Session, name: string): Promise<void> {
  if (!(await deleteSecret(session, name))) {
    throw makeError(secretErrors.notFound, { message: `The environment holds no secret '${name}'.`, param: 'name' });
  }
}

/** What a sealed value belongs to: it opens nowhere else. */
export function sealingContext(environmentId: string, name: string): readonly string[] {
  return ['secret', environmentId, name];
}

function toSecretName({ name, updatedBy, updatedAt }: SecretRow): SecretName {
  return { name, updatedBy, updatedAt: updatedAt.toISOString() };
}
