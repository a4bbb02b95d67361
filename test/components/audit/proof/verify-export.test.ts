import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verification } from '../../../../src/components/audit/proof/judge-manifest.ts';
import { noteSigner } from '../../../../src/components/audit/proof/note.ts';
import { longRun } from '../../../support/long-run.ts';
import { bodiesOf, bodyOf, exportOf, forger, linesOf, signer, verify } from './support/exports.ts';

const bodies = bodiesOf(12);
const whole = exportOf(bodies);
const lines = linesOf(whole);

/** Reason and entry of what is wrong first. */
function verdict({ entries, firstInvalid, valid }: Verification): unknown {
  if (firstInvalid === null) return { valid, entries };
  const { reason, sequence, upTo } = firstInvalid;
  return upTo === undefined ? [reason, sequence] : [reason, sequence, upTo];
}

async function verdictOf(bytes: Buffer | string, verifiers = [signer.verifier]): Promise<unknown> {
  return verdict(await verify(bytes, verifiers));
}

describe('an export', () => {
  it('FR-A007 is verified from its bytes alone, however they arrive', async () => {
    for (const piece of [1, 7, 700, 1 << 16])
      expect(await verify(whole, [signer.verifier], piece)).toMatchObject({
        valid: true,
        entries: 12,
        first: 1,
        last: 12,
        origin: 'acme/production/globex',
        checkpoint: { size: 12 },
        signedBy: { name: 'acme/production', id: signer.verifier.id },
        firstInvalid: null,
      });
  });

  it('holds with the key that it names itself, where no other is trusted', async () => {
    expect(await verdictOf(whole, [])).toEqual({ valid: true, entries: 12 });
    expect(await verdictOf(exportOf(bodies, { signer: forger }), [])).toEqual({ valid: true, entries: 12 });
    expect(await verdictOf(exportOf(bodies, { signer: forger }))).toEqual(['key-unknown', null]);
  });

  it.each([0, 1, 2, 255, 256, 257, 600])('of %i entries holds', async (count) => {
    expect(await verdictOf(exportOf(bodiesOf(count)))).toEqual({ valid: true, entries: count });
  });

  it('may begin anywhere, and carry the personal parts that are left', async () => {
    expect(await verdictOf(exportOf(bodies, { from: 5 }))).toEqual({ valid: true, entries: 8 });
    expect(await verify(exportOf(bodies, { personal: true }))).toMatchObject({ valid: true, personal: 2 });
  });

  it('may be filtered, and still shows of each entry that it stands in its place', async () => {
    const choice = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 0 });
    await fc.assert(
      fc.asyncProperty(choice, fc.boolean(), async (chosen, personal) => {
        const only = chosen.toSorted((one, other) => one - other);
        expect(await verdictOf(exportOf(bodies, { only, personal }))).toEqual({ valid: true, entries: only.length });
      }),
      { numRuns: 50 },
    );
  });

  it('is not proven by a server without a key', async () => {
    expect(await verdictOf(exportOf(bodies, { signer: null }))).toEqual(['not-signed', null]);
  });
});

/** A chain that somebody made anew, with the manifest of the true one. */
function rewritten(changed: readonly string[], original: readonly string[] = bodies): string {
  const [made, kept] = [linesOf(exportOf(changed, { signer: forger })), linesOf(exportOf(original))];
  return [...made.slice(0, -1), kept.at(-1)].join('');
}

const line = (index: number): string => lines[index - 1] ?? '';
const manifest = line(13);
/** The export with the lines in this order. */
const made = (...parts: readonly (number | string)[]): string =>
  parts.map((part) => (typeof part === 'number' ? line(part) : part)).join('');
const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);
const from = (first: number): readonly number[] => upTo(13).slice(first - 1);
const edited = (index: number): string => line(index).replace('user.updated', 'user.removed');
const hashIn = (text: string): string => /"hash":"([^"]+)"/u.exec(text)?.[1] ?? '';
/** Line 7 of a chain in which it says something else: sound in itself, and continuing line 6. */
const sevenRehashed = linesOf(exportOf(bodies.with(6, bodyOf(7, 'else'))))[6] ?? '';

describe('tampering', () => {
  it.each<[string, string, unknown]>([
    ['an edited entry', made(...upTo(4), edited(5), ...from(6)), ['entry-changed', 5]],
    ['an edited first entry', made(edited(1), ...from(2)), ['entry-changed', 1]],
    ['an edited last entry', made(...upTo(11), edited(12), manifest), ['entry-changed', 12]],
    ['an entry edited and hashed anew', made(...upTo(6), sevenRehashed, ...from(8)), ['entry-replaced', 7]],
    ['a deleted entry', made(...upTo(4), ...from(6)), ['entry-missing', 5]],
    ['several deleted entries', made(...upTo(4), ...from(9)), ['entry-missing', 5]],
    [
      'a deleted entry whose successors were counted anew',
      made(
        ...upTo(4),
        ...from(6)
          .slice(0, -1)
          .map((index) => line(index).replace(/\d+/u, String(index - 1))),
        manifest,
      ),
      ['entry-missing', 5],
    ],
    ['a doubled entry', made(...upTo(5), ...from(5)), ['entry-inserted', 5]],
    ['an entry inserted in the place of another', made(...upTo(6), sevenRehashed, ...from(7)), ['entry-inserted', 7]],
    ['an entry of elsewhere', made(...upTo(6), line(3), ...from(7)), ['entry-inserted', 3]],
    [
      'an inserted line that is no entry',
      made(...upTo(6), '{"action":"user.updated"}\n', ...from(7)),
      ['entry-inserted', 7],
    ],
    ['an empty line', made(...upTo(6), '\n', ...from(7)), ['entry-inserted', 7]],
    ['two entries exchanged', made(...upTo(4), 6, 5, ...from(7)), ['entries-reordered', 5]],
    ['the first two exchanged', made(2, 1, ...from(3)), ['entries-reordered', 1]],
    ['an entry moved to the end', made(...upTo(4), ...from(6).slice(0, -1), 5, manifest), ['entries-reordered', 5]],
    ['a cut front', made(...from(4)), ['front-missing', 1]],
    ['a cut end', made(...upTo(9)), ['end-missing', 10]],
    ['a cut end with the manifest kept', made(...upTo(9), manifest), ['end-missing', 10]],
    ['a cut in the middle of a line', made(...upTo(9), line(10).slice(0, 80)), ['end-missing', 10]],
    ['nothing but the manifest', manifest, ['front-missing', 1]],
    ['nothing at all', '', ['end-missing', 1]],
    ['an edited sequence', made(...upTo(4), line(5).replace('5', '6'), ...from(6)), ['entry-changed', 5]],
    [
      'an edited hash',
      made(...upTo(4), line(5).replace(hashIn(line(5)), hashIn(line(6))), ...from(6)),
      ['entry-changed', 5],
    ],
    [
      'an edited previous hash',
      made(...upTo(4), line(5).replace(hashIn(line(4)), hashIn(line(6))), ...from(6)),
      ['entry-changed', 5],
    ],
    [
      'an edited length',
      made(...upTo(4), line(5).replace(/"bytes":\d/u, '"bytes":1'), ...from(6)),
      ['line-unreadable', 5],
    ],
    ['a chain made anew from an edited entry on', rewritten(bodies.with(6, bodyOf(7, 'else'))), ['chain-rewritten', 7]],
    ['a chain made anew without an entry', rewritten(bodies.toSpliced(4, 1)), ['chain-rewritten', 5]],
    ['a chain made anew with one more entry', rewritten(bodies.toSpliced(4, 0, bodyOf(99))), ['chain-rewritten', 5]],
    ['a chain that was made longer', rewritten([...bodies, bodyOf(13)]), ['chain-rewritten', 13]],
    [
      'a shorter chain, signed by somebody else',
      exportOf(bodies.slice(0, 9), { signer: forger }).toString(),
      ['key-unknown', null],
    ],
    ['an edited manifest', whole.toString().replace('"entries":12', '"entries":11'), ['manifest-changed', null]],
    [
      'a manifest that says less',
      made(...upTo(9), manifest.replace('"last":12', '"last":9').replace('"entries":12', '"entries":9')),
      ['end-missing', 10],
    ],
    [
      'a manifest without its signature',
      whole.toString().replace(/"signature":"[^"]+"/u, '"signature":""'),
      ['not-signed', null],
    ],
    ['a manifest that is no JSON', made(...upTo(12), '{"manifest":{,"signature":""}\n'), ['manifest-changed', null]],
    ['lines behind the manifest', made(...from(1), 12), ['after-manifest', null]],
    ['a second manifest', made(...from(1), 13), ['after-manifest', null]],
    ['something without an end behind the manifest', made(...from(1), 'x'), ['after-manifest', null]],
  ])('by %s is named', async (_, bytes, expected) => {
    expect(await verdictOf(bytes)).toEqual(expected);
  });

  it('of a long chain made anew is told to within two in five hundred entries', async () => {
    const long = bodiesOf(600);
    const changed = rewritten(long.with(300, bodyOf(301, 'else')), long);
    expect(await verdictOf(changed)).toEqual(['chain-rewritten', 301, 304]);
  });

  it('with the checkpoint is found though the manifest was signed', async () => {
    const others = linesOf(exportOf([...bodies.slice(0, 11), bodyOf(12, 'else')])).at(-1) ?? '';
    const theirs = /"checkpoint":"([^"]+)"/u.exec(others)?.[1] ?? '';
    const ours = /"checkpoint":"([^"]+)"/u.exec(manifest)?.[1] ?? '';
    expect(await verdictOf(whole.toString().replace(ours, theirs))).toEqual(['manifest-changed', null]);
  });

  it('with personal parts is found, and what was erased is not missed where it was never exported', async () => {
    const personal = exportOf(bodies, { personal: true }).toString();
    expect(await verdictOf(personal.replace('zoë@acme.com', 'zoe@acme.com'))).toEqual(['personal-changed', 5]);
    expect(await verdictOf(personal.replace('"salt":"0', '"salt":"1'))).toEqual(['personal-changed', 5]);
    expect(await verdictOf(personal.replace(/,"payload":.*?,"salt":"[0-9a-f]{64}"/u, ''))).toEqual([
      'lines-changed',
      null,
    ]);
  });

  it('with a filtered export is found', async () => {
    const only = [2, 3, 7, 11];
    const filtered = linesOf(exportOf(bodies, { only }));
    const without = (index: number): string => filtered.toSpliced(index, 1).join('');
    expect(await verdictOf(without(0))).toEqual(['front-missing', 2]);
    expect(await verdictOf(without(1))).toEqual(['entry-missing', 3, 6]);
    expect(await verdictOf(without(2))).toEqual(['entry-missing', 4, 10]);
    expect(await verdictOf(without(3))).toEqual(['end-missing', 8]);
    const fewer = linesOf(exportOf(bodies, { only: [2, 3, 11] }));
    expect(await verdictOf([...fewer.slice(0, -1), filtered.at(-1)].join(''))).toEqual(['entry-missing', 4, 10]);
    const others = exportOf(bodies.with(0, bodyOf(1, 'else')), { only, signer: forger });
    expect(await verdictOf([...linesOf(others).slice(0, -1), filtered.at(-1)].join(''))).toEqual([
      'chain-rewritten',
      2,
    ]);
  });

  const exports = [
    whole,
    exportOf(bodies, { from: 4, personal: true }),
    exportOf(bodies, { only: [1, 2, 5, 9], personal: true }),
  ];

  it('with any single byte is found', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...exports),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        async (bytes, seed, change) => {
          const changed = Buffer.from(bytes);
          const at = seed % bytes.length;
          changed[at] = (changed[at] ?? 0) ^ change;
          for (const keys of [[signer.verifier], []]) expect((await verify(changed, keys)).valid).toBe(false);
        },
      ),
      { numRuns: longRun ? 20_000 : 400 },
    );
  });

  it('by taking out or putting in any piece is found', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...exports),
        fc.nat(),
        fc.nat(400),
        fc.string({ maxLength: 3 }),
        async (bytes, seed, length, text) => {
          const at = seed % bytes.length;
          const changed = Buffer.concat([bytes.subarray(0, at), Buffer.from(text), bytes.subarray(at + length)]);
          if (!changed.equals(bytes)) expect((await verify(changed)).valid).toBe(false);
        },
      ),
      { numRuns: longRun ? 5_000 : 200 },
    );
  });
});

describe('keys', () => {
  const bodies = bodiesOf(9);
  const staging = noteSigner('acme/staging', Buffer.alloc(32, 3));

  it('FR-A007 that of another environment signs nothing here, trusted as it may be', async () => {
    const forged = exportOf(bodies, { signer: staging });
    for (const keys of [[], [staging.verifier], [signer.verifier, staging.verifier]]) {
      expect(await verify(forged, keys)).toMatchObject({
        valid: false,
        signedBy: null,
        firstInvalid: { reason: 'key-unknown' },
      });
    }
  });

  it.each([
    ['whole', undefined],
    ['filtered', [2, 5]],
    ['empty', []],
  ])('FR-A007 a %s export of a chain that was signed by an older key asks for that key', async (_, only) => {
    const bytes = exportOf(bodies, { signer: forger, checkpointBy: signer, ...(only === undefined ? {} : { only }) });
    for (const keys of [[], [forger.verifier]]) {
      expect((await verify(bytes, keys)).firstInvalid).toMatchObject({ reason: 'key-unknown' });
    }
    expect(await verify(bytes, [forger.verifier, signer.verifier])).toMatchObject({ valid: true });
    const changed = bytes.toString().replace('"aud_000002"', '"aud_000003"');
    if (only === undefined) {
      expect((await verify(changed, [forger.verifier])).firstInvalid).toMatchObject({ reason: 'entry-changed' });
    }
  });
});
