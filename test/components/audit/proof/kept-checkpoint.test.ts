import { describe, expect, it } from 'vitest';
import { KeptCheckpoint, keptNote } from '../../../../src/components/audit/proof/kept-checkpoint.ts';
import { bodiesOf, bodyOf, type ExportOptions, exportOf, forger, signer, verify } from './support/exports.ts';

const bodies = bodiesOf(20);
const noteOf = (bytes: Buffer): string => keptNote(bytes.toString()) ?? '';
/** Of the chain when it had so many entries. */
const noteAt = (size: number): string => noteOf(exportOf(bodies.slice(0, size)));

async function reasonOf(note: string, options: ExportOptions = {}, chain = bodies): Promise<string | number | null> {
  const kept = new KeptCheckpoint(note);
  const verifiers = [signer.verifier];
  const { continues, firstInvalid } = await verify(exportOf(chain, options), verifiers, 1 << 16, kept);
  return firstInvalid?.reason ?? continues;
}

describe('a checkpoint that was kept', () => {
  it('FR-A007 is one of which the chain still is, at every size, whole or filtered', async () => {
    for (let size = 1; size <= 20; size += 1) {
      expect(await reasonOf(noteAt(size))).toBe(size);
      expect(
        await reasonOf(noteAt(size), {
          only: [1, 2, 3, size, 20].filter((one, at, all) => at === all.indexOf(one)).toSorted((a, b) => a - b),
        }),
      ).toBe(size);
    }
  });

  it('FR-A007 contradicts a chain that was set back and went on otherwise, though the server signed both', async () => {
    for (let at = 1; at <= 8; at += 1) {
      const other = bodies.with(at - 1, bodyOf(at, 'else'));
      expect(await reasonOf(noteAt(8), {}, other)).toBe('checkpoint-contradicted');
      expect(await reasonOf(noteAt(8), { only: [8, 12] }, other)).toBe('checkpoint-contradicted');
      expect(await reasonOf(noteAt(8), { from: 9 }, other)).toBe('checkpoint-contradicted');
    }
    expect(await reasonOf(noteAt(8), {}, bodies.with(8, bodyOf(9, 'else')))).toBe(8);
    expect(await reasonOf(noteAt(20), { only: [3, 4] }, bodies.with(10, bodyOf(11, 'else')))).toBe(
      'checkpoint-contradicted',
    );
  });

  it('FR-A007 contradicts what was rewritten before a gap, though every hash behind the gap is as it was', async () => {
    const rewritten = bodies.with(6, bodyOf(7, 'else'));
    const gone = { only: [1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20] };
    const linkedAs = { from: 9, bodies };
    for (let size = 9; size <= 20; size += 1) {
      expect(await reasonOf(noteAt(size), gone)).toBe(size);
      expect(await reasonOf(noteAt(size), { ...gone, linkedAs }, rewritten)).toBe('checkpoint-contradicted');
      expect(await reasonOf(noteAt(size), { only: [7, size], linkedAs }, rewritten)).toBe('checkpoint-contradicted');
      const personal = { ...gone, linkedAs, personal: true };
      expect(await reasonOf(noteAt(size), personal, rewritten)).toBe('checkpoint-contradicted');
    }
  });

  it('FR-A007 is told by the tree where its last entry is left out, if a subtree ends there, and not otherwise', async () => {
    const other = bodies.with(6, bodyOf(7, 'else'));
    expect(await reasonOf(noteAt(16), { only: [1, 18] })).toBe(16);
    expect(await reasonOf(noteAt(16), { only: [1, 18] }, other)).toBe('checkpoint-contradicted');
    expect(await reasonOf(noteAt(15), { only: [1, 18] })).toBe('checkpoint-untold');
    expect(await reasonOf(noteAt(8), { from: 10 })).toBe('checkpoint-untold');
  });

  it('FR-A007 says nothing for a shorter chain, another one, or another key', async () => {
    expect(await reasonOf(noteAt(20), {}, bodies.slice(0, 12))).toBe('checkpoint-ahead');
    expect(await reasonOf(noteOf(exportOf(bodies, { signer: forger })))).toBe('checkpoint-other');
    expect(await reasonOf(noteAt(8).replace('/globex', '/initech'))).toBe('checkpoint-other');
    expect(await reasonOf(noteAt(8).replace(/^8$/mu, '9'))).toBe('checkpoint-other');
  });

  it('is found in an export and in a file of its own, however that ends', () => {
    const note = noteAt(8);
    for (const text of [note, note.trimEnd(), `${note}\n`, note.replaceAll('\n', '\r\n')])
      expect(keptNote(text)).toBe(note);
    for (const text of ['', 'nothing\n', `${note.slice(0, 40)}\n`, '{"manifest":{}}\n'])
      expect(keptNote(text)).toBe(null);
  });
});
