import type { HealthFact } from '../../../components/contract.ts';
import type { Session } from '../../../db/contract.ts';
import { masterKeyName } from '../../../engine/sealing/seal-secret.ts';
import { selectSealedWith, selectSecretsInUse } from './queries.ts';

/** Whether the server could open each secret that the configuration refers to, and each other that is set. */
export async function secretsPresent(session: Session, masterKey: Uint8Array | null): Promise<HealthFact> {
  const inUse = await selectSecretsInUse(session);
  const sealedWith = await selectSealedWith(session);
  const keyName = masterKey === null ? null : masterKeyName(masterKey);
  const missing = inUse.filter((name) => !sealedWith.has(name));
  const unopened = [...sealedWith].flatMap(([name, sealing]) => (sealing === keyName ? [] : [name]));
  const wrong = [
    ...(unopened.length > 0 ? [`${whyUnopened(keyName)}: ${unopened.join(', ')}`] : []),
    ...(missing.length > 0 ? [`set with \`dream secrets set\`: ${missing.join(', ')}`] : []),
  ];
  const type = 'SecretsPresent';
  if (wrong.length > 0) {
    const reason = unopened.length > 0 ? 'SecretsNotOpened' : 'SecretsMissing';
    return { type, status: 'false', reason, message: wrong.join('; ') };
  }
  const message =
    inUse.length === 0 ? 'the configuration refers to no secret' : `${inUse.length} of ${inUse.length} secrets are set`;
  return { type, status: 'true', reason: 'AllSet', message };
}

function whyUnopened(keyName: string | null): string {
  return keyName === null
    ? 'the server has no DREAM_MASTER_KEY to open what is set'
    : 'sealed with another master key than that of this server; give it that key, or set again with `dream secrets set`';
}
