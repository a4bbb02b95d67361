import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftChange } from '../../../src/engine/changeset/draft-change.ts';
import { orderChanges } from '../../../src/engine/changeset/order-changes.ts';
import type { JsonObject } from '../../../src/engine/json.ts';
import type { ResourceId } from '../../../src/engine/resource.ts';

const referencesOf = (_kind: string, body: JsonObject): readonly ResourceId[] => {
  const to = body['to'];
  return Array.isArray(to) ? to.map((key) => ({ kind: 'Node', key: String(key) })) : [];
};

function draft(action: 'create' | 'delete', key: string, to: readonly string[]): DraftChange {
  const body = { to: [...to] };
  const [before, after] = action === 'create' ? [null, body] : [body, null];
  return { action, kind: 'Node', key, owner: 'files', fields: [], before, after, beforeHash: null, afterHash: null };
}

/** Graphs without cycles: each node refers only to nodes before it. */
const graphs = fc
  .integer({ min: 1, max: 30 })
  .chain((size) =>
    fc.tuple(
      ...Array.from({ length: size }, (_, index) =>
        fc.subarray(Array.from({ length: index }, (_unused, other) => `n${other}`)),
      ),
    ),
  );

describe('orderChanges', () => {
  it('makes what is referred to first, and deletes it last', () => {
    fc.assert(
      fc.property(graphs, fc.constantFrom('create' as const, 'delete' as const), (graph, action) => {
        const changes = graph.map((to, index) => draft(action, `n${index}`, to));
        const position = new Map(
          orderChanges(changes.toReversed(), referencesOf).map((change, index) => [change.key, index]),
        );
        expect(position.size).toBe(changes.length);
        graph.forEach((to, index) => {
          for (const target of to) {
            const [own = -1, other = -1] = [position.get(`n${index}`), position.get(target)];
            expect(action === 'create' ? other < own : own < other).toBe(true);
          }
        });
      }),
    );
  });

  it('does not depend on the order of the files', () => {
    fc.assert(
      fc.property(
        graphs.chain((graph) =>
          fc.tuple(
            fc.constant(graph),
            fc.shuffledSubarray(
              graph.map((_, index) => index),
              { minLength: graph.length },
            ),
          ),
        ),
        ([graph, order]) => {
          const changes = graph.map((to, index) => draft('create', `n${index}`, to));
          const shuffled = order.flatMap((index) => changes[index] ?? []);
          expect(orderChanges(shuffled, referencesOf)).toEqual(orderChanges(changes, referencesOf));
        },
      ),
    );
  });

  it('follows a chain far longer than the stack is deep', () => {
    const length = 50_000;
    const changes = Array.from({ length }, (_, index) =>
      draft('create', `n${index}`, index === 0 ? [] : [`n${index - 1}`]),
    );
    const ordered = orderChanges(changes, referencesOf);
    expect(ordered.at(0)?.key).toBe('n0');
    expect(ordered.at(-1)?.key).toBe(`n${length - 1}`);
  });
});
