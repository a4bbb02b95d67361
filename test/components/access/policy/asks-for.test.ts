import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asksFor } from '../../../../src/components/access/policy/asks-for.ts';
import { createExpressions } from '../../../../src/components/access/policy/expression.ts';
import { longRun } from '../../../support/long-run.ts';
import { randomAttributes, randomTree } from './support/random-expression.ts';
import { asDrawn, writeExpression } from './support/write-expression.ts';

describe('what an expression asks for', () => {
  it.each([
    'user.level > 3',
    'resource.amount < 5 && (tenant.big || user["level"] == 1)',
    'has(user.level)',
    'user.level.high',
    'user[resource.field] == 1',
    '"level" in user',
    'user == tenant',
    '[user].exists(one, one.level == 1)',
    'user.exists(name, name == "level")',
    'resource.tags.exists(tag, tag == user.level)',
    'user.level.exists(user, user == 1)',
    '"level" == dyn(user)["level"]',
  ])('is the level of the user in %s', (text) => {
    expect(asksFor(text)('user', 'level')).toBe(true);
  });

  it.each([
    'user.name == "level"',
    'resource.level > tenant.level',
    'user.levels > 3 || user["lev"] == 1',
    'resource.user.level == 1',
    'resource.tags.exists(user, user.level == 1)',
    // What cannot be read holds for nobody.
    'user.level >',
  ])('is not the level of the user in %s', (text) => {
    expect(asksFor(text)('user', 'level')).toBe(false);
  });

  it('is all that decides how it comes out', () => {
    const seen = { asked: 0, not: 0 };
    const now = new Date('2026-03-02T09:30:00Z');
    fc.assert(
      fc.property(
        randomTree,
        fc.array(randomAttributes, { minLength: 8, maxLength: 8 }),
        fc.constantFrom('12', '2026-03-01', true),
        (tree, all, other) => {
          const text = writeExpression(tree, asDrawn);
          const asks = asksFor(text);
          const holds = createExpressions()(text);
          const dates = { user: [], tenant: [], resource: ['dueAt'] };
          const came = (given: (typeof all)[number]) =>
            holds({ ...given, tenant: {}, action: {}, context: {}, now, dates }) === null;
          for (const [root, name] of [
            ['resource', 'a'],
            ['resource', 'dueAt'],
            ['user', 'a'],
            ['user', 'tags'],
          ] as const) {
            seen[asks(root, name) ? 'asked' : 'not'] += 1;
            if (asks(root, name)) continue;
            for (const given of all) {
              const otherwise = { ...given, [root]: { ...given[root], [name]: other } };
              expect({ text, root, name, came: came(otherwise) }).toEqual({ text, root, name, came: came(given) });
            }
          }
        },
      ),
      { numRuns: longRun ? 20_000 : 500 },
    );
    for (const amount of Object.values(seen)) expect(amount).toBeGreaterThan(100);
  });
});
