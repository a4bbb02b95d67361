import type { Session } from '../../../../db/contract.ts';
import type { Random } from '../../../../host/contract.ts';
import type { SecretValues } from '../../../ports.ts';
import type { Endpoint } from '../endpoint.ts';
import { makeSecret, open, seal, secretsIn } from '../signing-secrets.ts';
import { type StateRow, updateState } from './queries.ts';

export interface CredentialSources {
  readonly secrets: SecretValues;
  readonly masterKey: Uint8Array | null;
  readonly random: Random;
}

/** What proves to a receiver who is calling. Held in memory for the length of a call, and nowhere written down. */
export interface Credentials {
  readonly signing: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
}

/** Null when something is missing that the configuration names, or that the server would have to keep: with a reason. */
export async function readCredentials(
  session: Session,
  endpoint: Endpoint,
  state: StateRow,
  now: Date,
  sources: CredentialSources,
): Promise<Credentials | { readonly missing: string }> {
  const headers: Record<string, string> = {};
  for (const [name, written] of endpoint.headers) {
    const value = await sources.secrets.resolve(session, written);
    if (value === null) return { missing: `the secret of the header ${name} is not set on this server` };
    headers[name] = value;
  }
  if (endpoint.secret !== null) {
    const value = await sources.secrets.resolve(session, endpoint.secret);
    const signing = value === null ? [] : secretsIn(value);
    return signing.length === 0 ? { missing: 'the signing secret is not set on this server' } : { signing, headers };
  }
  const signing = await ownSecrets(session, endpoint, state, now, sources);
  if (signing !== null) return { signing, headers };
  return {
    missing:
      sources.masterKey === null
        ? 'the server has no master key to keep a signing secret with'
        : 'the signing secret was sealed with another master key than that of this server: give it that key, or rotate the secret',
  };
}

/** Of the server's own making, with the one before while it is valid. */
async function ownSecrets(
  session: Session,
  { key }: Endpoint,
  { previousSecret, previousUntil, secret }: StateRow,
  now: Date,
  { masterKey, random }: CredentialSources,
): Promise<readonly string[] | null> {
  if (masterKey === null) return null;
  const sealing = { masterKey, environmentId: session.environmentId, endpoint: key };
  if (secret === null) {
    const made = makeSecret(random);
    await updateState(session, key, { secret: seal(sealing, random, made) });
    return [made];
  }
  const present = open(sealing, secret);
  if (present === null) return null;
  const isPreviousValid = previousSecret !== null && previousUntil !== null && now < previousUntil;
  const previous = isPreviousValid ? open(sealing, previousSecret) : null;
  return previous === null ? [present] : [present, previous];
}
