import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gaps } from '../../../../src/components/audit/proof/gaps.ts';
import type { Verification } from '../../../../src/components/audit/proof/judge-manifest.ts';
import { canonicalJson } from '../../../../src/engine/canonical-json.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { bodiesOf, type ExportOptions, exportOf, verify } from './support/exports.ts';

/** What retention says in the chain, of entries before. */
function pruned(metadata: JsonObject, actor = 'audit-retention'): string {
  return canonicalJson({
    action: 'audit.pruned',
    actor: { type: 'system', id: actor },
    id: `aud_${JSON.stringify(metadata).length}`,
    metadata,
    resource: { type: 'archive', id: 'arc_1' },
    version: 1,
  });
}

/** Twelve entries, and behind them these. */
const withSaid = (...said: readonly string[]): readonly string[] => [...bodiesOf(12), ...said];
const upTo = (last: number): readonly number[] => Array.from({ length: last }, (_, index) => index + 1);
const without = (size: number, ...gone: readonly number[]): readonly number[] =>
  upTo(size).filter((sequence) => !gone.includes(sequence));

function verdict({ firstInvalid, leftOut, valid }: Verification): unknown {
  if (firstInvalid === null) return { valid, leftOut };
  const { reason, sequence, upTo: last } = firstInvalid;
  return [reason, sequence, ...(last === undefined ? [] : [last])];
}

async function verdictOf(bodies: readonly string[], options: ExportOptions): Promise<unknown> {
  return verdict(await verify(exportOf(bodies, { filter: {}, ...options })));
}

describe('entries that are not in an export', () => {
  const said = { first: 2, last: 6, entries: 5, prunings: 0 };
  const bodies = withSaid(pruned(said));

  it('FR-A007 are told with the entry that says they were taken out', async () => {
    expect(await verdictOf(bodies, { only: without(13, 2, 3, 4, 5, 6) })).toEqual({
      valid: true,
      leftOut: { entries: 5, prunings: [{ id: 'arc_1', ...said }], unsigned: [], unspoken: [] },
    });
    const nothing = { entries: 0, prunings: [], unsigned: [], unspoken: [] };
    expect(await verdictOf(bodiesOf(12), {})).toEqual({ valid: true, leftOut: nothing });
  });

  it.each<[string, readonly string[], readonly number[], unknown]>([
    ['behind what was pruned', bodies, without(13, 2, 3, 4, 5, 6, 9), ['entry-missing', 9]],
    ['before what was pruned', bodies, without(13, 1, 2, 3, 4, 5, 6), ['entry-missing', 1]],
    ['at its edge', bodies, without(13, 2, 3, 4, 5, 6, 7, 8), ['entry-missing', 7]],
    ['at the end', bodies, without(13, 13), ['entry-missing', 13]],
    ['where nothing was pruned', bodiesOf(12), without(12, 5, 6), ['entry-missing', 5]],
    ['so that nothing is left', bodiesOf(12), [], ['entry-missing', 1]],
    [
      'between entries that were pruned',
      withSaid(pruned({ first: 2, last: 6, entries: 2, prunings: 0 })),
      without(13, 2, 4, 6),
      ['entry-missing', 2, 6],
    ],
    [
      'where somebody else says so',
      withSaid(pruned(said, 'somebody')),
      without(13, 2, 3, 4, 5, 6),
      ['entry-missing', 2],
    ],
    [
      'where what is said is nonsense',
      withSaid(pruned({ ...said, first: 6, last: 2 })),
      without(13, 2, 3, 4, 5, 6),
      ['entry-missing', 2],
    ],
  ])('FR-A007 are missing %s', async (_, chain, only, expected) => {
    expect(await verdictOf(chain, { only })).toEqual(expected);
  });

  it('FR-A007 may be missing where whoever spoke of them may have been taken out later, which is said', async () => {
    for (const prunings of [1, null]) {
      const nested = withSaid(pruned({ ...said, prunings }));
      expect(await verdictOf(nested, { only: without(13, 1, 2, 3, 4, 5, 6) })).toMatchObject({
        valid: true,
        leftOut: { entries: 6, unspoken: [{ first: 1, last: 1 }] },
      });
      // Whoever had spoken of it would still be here.
      expect(await verdictOf(nested, { only: without(13, 2, 3, 4, 5, 6, 8) })).toEqual(['entry-missing', 8]);
    }
  });

  it('FR-A007 may be missing where a wider pruning had spoken before of where whoever spoke of them stood', async () => {
    const wide = { first: 2, last: 10, entries: 8, prunings: 0 };
    for (const prunings of [1, null]) {
      // The eighth spoke of the first, was left by the wide one, and was taken out alone.
      const chain = withSaid(pruned(wide), pruned({ first: 8, last: 8, entries: 1, prunings }));
      expect(await verdictOf(chain, { only: [11, 12, 13, 14] })).toMatchObject({
        valid: true,
        leftOut: { entries: 10, unspoken: [{ first: 1, last: 1 }] },
      });
      expect(await verdictOf(chain, { only: [12, 13, 14] })).toEqual(['entry-missing', 11]);
    }
  });

  it('FR-A007 count as taken out by a pruning of which the entry is not signed yet, and as such', async () => {
    const pending = [{ id: 'arc_2', ...said }];
    const only = without(12, 2, 3, 4, 5, 6);
    expect(await verdictOf(bodiesOf(12), { only, pending })).toMatchObject({
      valid: true,
      leftOut: { entries: 5, prunings: [], unsigned: pending },
    });
    expect(await verdictOf(bodiesOf(12), { only: [], pending })).toEqual(['entry-missing', 1]);
  });

  it('FR-A007 in front are missing unless they were never asked for', async () => {
    expect(await verdictOf(bodiesOf(12), { from: 4 })).toEqual(['entry-missing', 1]);
    expect(await verdictOf(bodiesOf(12), { from: 4, filter: { after: 2 } })).toEqual(['entry-missing', 3]);
    expect(await verdictOf(bodies, { only: without(13, 1, 2, 3, 4, 5, 6), filter: { after: 3 } })).toEqual({
      valid: true,
      leftOut: { entries: 3, prunings: [{ id: 'arc_1', ...said }], unsigned: [], unspoken: [] },
    });
  });

  it('FR-A007 are noted between the first and the last of a time, and expected in a filtered export', async () => {
    const only = [3, 4, 7, 8];
    const since = await verdictOf(bodiesOf(12), { only, filter: { since: '2026-01-01T00:00:00Z' } });
    expect(since).toEqual({
      valid: true,
      leftOut: { entries: 2, prunings: [], unsigned: [], unspoken: [{ first: 5, last: 6 }] },
    });
    expect(await verdictOf(bodiesOf(12), { only, filter: { actor: 'ada' } })).toEqual({ valid: true, leftOut: null });
  });
});

describe('gaps', () => {
  it('that no pruning spoke of are left, each entry of them and no other', () => {
    const range = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.nat(9));
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), fc.array(range), (gone, prunings) => {
        const gaps = new Gaps();
        const missing = new Set(gone);
        for (let first = 1; first <= 60; first += 1) {
          let last = first;
          while (missing.has(last)) last += 1;
          gaps.leave(first, last - 1, first);
          first = last;
        }
        for (const [first, length] of prunings) {
          const last = first + length;
          gaps.hear({ id: 'arc', first, last, entries: 1, prunings: 0 });
          for (let sequence = first; sequence <= last; sequence += 1) missing.delete(sequence);
        }
        const left = gaps.unspoken.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, index) => first + index),
        );
        expect(left).toEqual([...missing].toSorted((one, other) => one - other));
        expect(gaps.entries).toBe(gone.length);
      }),
    );
  });

  it('of any number take little memory, and none is accused that was spoken of', () => {
    const gaps = new Gaps();
    const size = 200_000;
    for (let sequence = 2; sequence <= size; sequence += 2) gaps.leave(sequence, sequence, sequence);
    expect(gaps.unspoken.length).toBeLessThan(20_000);
    // As retention takes every second entry, in parts: what stands between two parts was never taken.
    for (let first = 2; first <= size; first += 2000) {
      gaps.hear({ id: 'arc', first, last: Math.min(size, first + 1998), entries: 1000, prunings: 0 });
    }
    expect(gaps.unspoken).toEqual([]);
    expect(gaps.entries).toBe(size / 2);
    expect(gaps.said).toBe(size / 2);
  });
});
