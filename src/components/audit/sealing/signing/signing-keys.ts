import type { Transaction } from '../../../../db/contract.ts';
import { openSecret, sealSecret } from '../../../../engine/sealing/seal-secret.ts';
import type { Random } from '../../../../host/contract.ts';
import { keyNameOf } from '../../proof/checkpoint.ts';
import { formatVerifier, type NoteSigner, noteSigner } from '../../proof/note.ts';
import { insertKey, selectKeys, selectNames, type StoredKey } from './queries.ts';

const seedLength = 32;
const nonceLength = 12;

export interface SigningKeysOptions {
  readonly random: Random;
  /** 32 bytes. */
  readonly masterKey: Uint8Array;
}

/**
 * The keys by which checkpoints and exports are signed: one for each environment, kept sealed by the master key. Where
 * there is no master key there is none of these, and nothing is signed; never is one kept in the open. Under another
 * master key a new one is made, and the older ones still verify what they signed.
 */
export class SigningKeys {
  readonly #options: SigningKeysOptions;
  readonly #signers = new Map<string, NoteSigner>();

  constructor(options: SigningKeysOptions) {
    this.#options = options;
  }

  /** Null where there is none yet that this master key opens. */
  async find(tx: Transaction, environmentId: string): Promise<NoteSigner | null> {
    const known = this.#signers.get(environmentId);
    if (known !== undefined) return known;
    for (const stored of await selectKeys(tx, environmentId)) {
      const signer = this.#open(environmentId, stored);
      if (signer === null) continue;
      this.#signers.set(environmentId, signer);
      return signer;
    }
    return null;
  }

  /** Makes one where there is none. For the sealer alone, which only one server is at a time; null: no such environment. */
  async findOrMake(tx: Transaction, environmentId: string, now: Date): Promise<NoteSigner | null> {
    const found = await this.find(tx, environmentId);
    const names = found === null ? await selectNames(tx, environmentId) : undefined;
    if (found !== null || names === undefined) return found;
    const { masterKey, random } = this.#options;
    const seed = random.bytes(seedLength);
    const signer = noteSigner(keyNameOf(names), seed);
    const { id } = signer.verifier;
    const text = Buffer.from(seed).toString('base64');
    const sealedKey = sealSecret(masterKey, random.bytes(nonceLength), sealingContext(environmentId, id), text);
    const verifier = formatVerifier(signer.verifier);
    await insertKey(tx, { environmentId, id, verifier, sealedKey, createdAt: now });
    // Not kept before it lasts: the transaction may yet be rolled back.
    return signer;
  }

  #open(environmentId: string, { id, sealedKey, verifier }: StoredKey): NoteSigner | null {
    const seed = openSecret(this.#options.masterKey, sealingContext(environmentId, id), sealedKey);
    if (seed === null) return null;
    return noteSigner(verifier.slice(0, verifier.indexOf('+')), Buffer.from(seed, 'base64'));
  }
}

function sealingContext(environmentId: string, id: string): readonly string[] {
  return ['audit-signing-key', environmentId, id];
}
