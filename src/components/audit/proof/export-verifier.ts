import type { ExportVerifier } from '../../export-verifier-contract.ts';
import { openChainList } from './chain-list.ts';
import { keyNameOf, originOf } from './checkpoint.ts';
import { KeptCheckpoint, keptNote } from './kept-checkpoint.ts';
import { formatVerifier, type NoteVerifier, parseVerifier } from './note.ts';
import { reasons } from './reasons.ts';
import { verifyExport } from './verify-export.ts';

/** What the component offers to the command line. */
export const exportVerifier: ExportVerifier = {
  async verify(chunks, keys, kept) {
    const checkpoint = kept === undefined ? null : new KeptCheckpoint(kept);
    const { firstInvalid, signedBy, ...rest } = await verifyExport(chunks, verifiersOf(keys), checkpoint);
    return {
      ...rest,
      signedBy: signedBy === null ? null : formatVerifier(signedBy),
      ...(firstInvalid === null ? {} : { firstInvalid }),
    };
  },
  readChains(text, keys) {
    const { list, problem, signedBy } = openChainList(text, verifiersOf(keys));
    const { at = null, chains = [], filter = {} } = list ?? {};
    return {
      origin: list === null ? null : keyNameOf(list),
      at,
      filter,
      chains:
        list === null
          ? []
          : chains.map((chain) => ({ ...chain, origin: originOf({ ...list, tenantId: chain.tenantId ?? '' }) })),
      signedBy: signedBy === null ? null : formatVerifier(signedBy),
      reason: problem,
    };
  },
  keptNote,
  isKey: (text) => parseVerifier(text) !== null,
  reasons,
};

function verifiersOf(keys: readonly string[]): readonly NoteVerifier[] {
  return keys.map(parseVerifier).filter((verifier) => verifier !== null);
}
