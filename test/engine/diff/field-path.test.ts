import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FieldPath, formatPath, parsePath } from '../../../src/engine/diff/field-path.ts';

const step = fc.oneof(
  fc.record({ type: fc.constant('property' as const), name: fc.string({ minLength: 1 }) }),
  fc.record({ type: fc.constant('item' as const), key: fc.stringMatching(/^[a-z0-9:*-]+$/) }),
);

describe('field paths', () => {
  it('reads back every path it writes', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), (path: FieldPath) => {
        expect(parsePath(formatPath(path))).toEqual(path);
      }),
    );
  });

  it.each(['', '.', 'a[', 'a[]', 'a..b', 'a["', 'a["x]'])('refuses %j', (text) => {
    expect(parsePath(text)).toBeNull();
  });
});
