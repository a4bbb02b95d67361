import { describe, expect, it } from 'vitest';
import { BoundedMap } from '../../src/engine/bounded-map.ts';

describe('a bounded map', () => {
  it('forgets what was not used for longest, and never holds more than it may', () => {
    const map = new BoundedMap<number>(3);
    for (const [index, key] of ['a', 'b', 'c'].entries()) map.set(key, index);
    expect(map.get('a')).toBe(0);
    map.set('d', 3);
    expect(['a', 'b', 'c', 'd'].map((key) => map.get(key))).toStrictEqual([0, undefined, 2, 3]);
    map.set('a', 7);
    map.set('e', 4);
    expect(['a', 'c', 'd', 'e'].map((key) => map.get(key))).toStrictEqual([7, undefined, 3, 4]);
    map.delete('a');
    expect(map.get('a')).toBeUndefined();
    for (let index = 0; index < 1000; index += 1) map.set(String(index), index);
    expect(map.size).toBe(3);
  });

  it('replaces what it holds, and once it is more than half full knows what was used last', () => {
    const map = new BoundedMap<number>(4);
    map.set('a', 0);
    map.set('b', 1);
    map.set('a', 2);
    expect([map.get('a'), map.get('b'), map.size]).toStrictEqual([2, 1, 2]);
    map.set('c', 3);
    map.get('a');
    map.set('d', 4);
    map.set('e', 5);
    expect(['a', 'b', 'c', 'd', 'e'].map((key) => map.get(key))).toStrictEqual([2, undefined, 3, 4, 5]);
  });
});
