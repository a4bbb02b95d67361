import type { ExportVerifier } from '../../export-verifier-contract.ts';
import { formatVerifier, parseVerifier } from './note.ts';
import { reasons } from './reasons.ts';
import { verifyExport } from './verify-export.ts';

/** What the component offers to the command line. */
export const exportVerifier: ExportVerifier = {
  async verify(chunks, keys) {
    const verifiers = keys.map(parseVerifier).filter((verifier) => verifier !== null);
    const { firstInvalid, signedBy, ...rest } = await verifyExport(chunks, verifiers);
    return {
      ...rest,
      signedBy: signedBy === null ? null : formatVerifier(signedBy),
      ...(firstInvalid === null ? {} : { firstInvalid }),
    };
  },
  isKey: (text) => parseVerifier(text) !== null,
  reasons,
};
