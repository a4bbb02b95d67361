// A manifest that the server signed, with a checkpoint in it that is none of this chain: as a server would write it that
// somebody made read another table.
import { describe, expect, it } from 'vitest';
import { originOf, signCheckpoint } from '../../../../src/components/audit/proof/checkpoint.ts';
import { signedManifestLine } from '../../../../src/components/audit/proof/manifest-line.ts';
import { signNote } from '../../../../src/components/audit/proof/note.ts';
import { zeroHash } from '../../../../src/components/audit/proof/hash.ts';
import { isJsonObject, type JsonObject } from '../../../../src/engine/json.ts';
import { textOf } from '../../../support/test-server.ts';
import { bodiesOf, exportOf, linesOf, signer, verify } from './support/exports.ts';

function manifestOf(bytes: Buffer): JsonObject {
  const line: unknown = JSON.parse(linesOf(bytes).at(-1) ?? '');
  const manifest = isJsonObject(line) ? line['manifest'] : undefined;
  if (!isJsonObject(manifest)) throw new Error('an export ends with its manifest');
  return manifest;
}

/** The export with another checkpoint, and its manifest signed anew. */
function withCheckpoint(bytes: Buffer, checkpoint: string | null): string {
  const manifest = signedManifestLine({ ...manifestOf(bytes), checkpoint }, signer);
  return [...linesOf(bytes).slice(0, -1), manifest].join('');
}

const whole = exportOf(bodiesOf(12));
const filtered = exportOf(bodiesOf(12), { only: [2, 7] });
const genuine = textOf(manifestOf(whole)['checkpoint']);
const ofTenant = (tenantId: string): string => {
  const origin = originOf({ project: 'acme', environment: 'production', tenantId });
  return signCheckpoint({ origin, size: 12, root: zeroHash, head: zeroHash }, signer);
};

describe('a checkpoint', () => {
  it.each<[string, string | null]>([
    ['that is absent', null],
    ['of the chain of another tenant', ofTenant('initech')],
    ['of the chain of the environment', ofTenant('')],
    ['whose size was changed', genuine.replace('\n12\n', '\n11\n')],
    ['whose signature was changed', genuine.replace(/.(?==*\n$)/u, (end) => (end === 'A' ? 'Q' : 'A'))],
    ['without a signature', `${genuine.split('\n\n')[0]}\n\n`],
    ['that is another note of the same key', signNote('acme/production/globex\n12\n', signer)],
    ['that is no note at all', 'forged'],
  ])('FR-A007 %s in a signed manifest is told as checkpoint-forged', async (_, checkpoint) => {
    expect(checkpoint).not.toBe(genuine);
    for (const bytes of [whole, filtered]) {
      for (const keys of [[], [signer.verifier]]) {
        expect(await verify(withCheckpoint(bytes, checkpoint), keys)).toMatchObject({
          valid: false,
          checkpoint: null,
          firstInvalid: { reason: 'checkpoint-forged', sequence: null },
        });
      }
    }
  });

  it('FR-A007 that the server wrote holds, and an empty chain needs none', async () => {
    expect(await verify(withCheckpoint(whole, genuine))).toMatchObject({ valid: true, checkpoint: { size: 12 } });
    expect(await verify(withCheckpoint(exportOf([]), null))).toMatchObject({ valid: true, checkpoint: null });
  });
});
