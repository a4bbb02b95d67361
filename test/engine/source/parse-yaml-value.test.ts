import { describe, expect, it } from 'vitest';
import { parseYamlValue } from '../../../src/engine/source/parse-yaml-value.ts';

const text = `kind: Plan # a tier
a/b:
  list:
    - one
    - key: two   # the second
      on: yes
shared: &anchor { deep: 1 }
again: *anchor
`;

describe('parseYamlValue', () => {
  const yaml = parseYamlValue(text);

  it('reads YAML 1.2', () => {
    expect(yaml.problems).toEqual([]);
    expect(yaml.value).toEqual({
      kind: 'Plan',
      'a/b': { list: ['one', { key: 'two', on: 'yes' }] },
      shared: { deep: 1 },
      again: { deep: 1 },
    });
  });

  it('finds keys and values by JSON pointer', () => {
    expect(yaml.positionOf('/kind')).toEqual({ line: 1, column: 7 });
    expect(yaml.positionOf('/kind', 'key')).toEqual({ line: 1, column: 1 });
    expect(yaml.positionOf('/a~1b/list/1/key')).toEqual({ line: 5, column: 12 });
    expect(yaml.positionOf('/again/deep')).toEqual({ line: 7, column: 25 });
  });

  it('points at the nearest ancestor of what is missing', () => {
    expect(yaml.positionOf('/a~1b/list/1/nothing/here')).toEqual({ line: 5, column: 7 });
    expect(yaml.positionOf('/nothing')).toEqual({ line: 1, column: 1 });
  });

  it('gives a value as written, comments and all, without the indentation around it', () => {
    expect(yaml.sourceOf('/a~1b/list/1')).toBe('key: two   # the second\non: yes');
    expect(yaml.sourceOf('/shared')).toBe('{ deep: 1 }');
  });

  it.each([
    ['a duplicate key', 'a: 1\na: 2\n', { line: 2, column: 1 }],
    ['an open bracket', 'a: [1\n', { line: 2, column: 1 }],
    ['a second document', 'a: 1\n---\nb: 2\n', { line: 2, column: 1 }],
    ['an unknown alias', 'a: *b\n', { line: 1, column: 1 }],
    ['infinity', 'a: .inf\n', { line: 1, column: 1 }],
  ])('never throws: %s is a problem with a place', (_what, broken, at) => {
    const { value, problems } = parseYamlValue(broken);
    expect(value).toBeNull();
    expect(problems.map((problem) => problem.at)).toContainEqual(at);
  });

  it('refuses an alias bomb', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(8)}]\nc: &c [${'*b,'.repeat(8)}]\nd: [${'*c,'.repeat(8)}]\n`;
    expect(parseYamlValue(bomb)).toMatchObject({
      value: null,
      problems: [{ message: expect.stringContaining('alias') }],
    });
  });
});
