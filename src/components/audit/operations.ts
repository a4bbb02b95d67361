import type { Session } from '../../db/contract.ts';
import type { Operation } from '../../server/operation.ts';
import type { Services } from '../contract.ts';
import { alertOperations } from './alerts/operations.ts';
import { chainsOperation } from './export/chains-operation.ts';
import { exportOperations } from './export/operations.ts';
import type { NoteSigner } from './proof/note.ts';
import { recordOperations } from './record/operations.ts';
import { retentionOperations } from './retention/operations.ts';
import { searchOperations } from './search/operations.ts';
import { signingOperations } from './sealing/signing/operations.ts';
import { followOperations } from './streams/following/operations.ts';
import { streamOperations } from './streams/managing/operations.ts';
import { SigningKeys } from './sealing/signing/signing-keys.ts';

/** What the component answers to requests. */
export function operations(services: Services): readonly Operation[] {
  const { host, masterKey, ports } = services;
  const keys = masterKey === null ? null : new SigningKeys({ random: host.random, masterKey });
  const signer = async ({ environmentId, tx }: Session): Promise<NoteSigner | null> =>
    keys === null ? null : keys.find(tx, environmentId);
  const exporting = { now: () => host.clock.now(), signer, ports };
  return [
    ...recordOperations(services),
    ...searchOperations(),
    ...signingOperations(),
    chainsOperation(exporting),
    ...exportOperations(exporting),
    ...alertOperations(services),
    ...retentionOperations(),
    ...streamOperations(services),
    ...followOperations(services),
  ];
}
