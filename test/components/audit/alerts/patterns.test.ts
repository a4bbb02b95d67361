import { describe, expect, it } from 'vitest';
import { wait } from '../../../../src/components/audit/alerts/advance.ts';
import type { KeyState } from '../../../../src/components/audit/alerts/key-state.ts';
import { mostTaken } from '../../../../src/components/audit/alerts/patterns/sequence.ts';
import { mostMoments } from '../../../../src/components/audit/alerts/patterns/count.ts';
import { mostValues } from '../../../../src/components/audit/alerts/patterns/distinct.ts';
import { readRule } from '../../../../src/components/audit/alerts/rules/read-rule.ts';
import { valueText } from '../../../../src/components/audit/alerts/value-text.ts';
import type { AuditEntry } from '../../../../src/components/audit/entries/entry.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { entryAt, instant, ruleOf, ruleSet } from './entries.ts';
import { KeptStates, placed, raisedBy } from './keep-states.ts';

const minute = 60_000;
const when = { action: 'auth.login' };

function sequencesOf(body: JsonObject, entries: readonly AuditEntry[]): readonly number[] {
  return raisedBy(ruleSet(body), placed(entries)).map(({ sequence }) => sequence);
}

function at(...minutes: readonly number[]): readonly AuditEntry[] {
  return minutes.map((moment) => entryAt(moment * minute));
}

/** As {@link at}, of different actors. */
function ofUsersAt(...minutes: readonly number[]): readonly AuditEntry[] {
  return minutes.map((moment, index) => entryAt(moment * minute, { actor: { type: 'user', id: `user-${index}` } }));
}

function ofUsers(...ids: readonly string[]): readonly AuditEntry[] {
  return ids.map((id, index) => entryAt(index, { actor: { type: 'user', id } }));
}

describe('a count', () => {
  const count = { atLeast: 5, within: '10m' };

  it('FR-A006 raises with the fifth of ten minutes, and again with the tenth', () => {
    expect(sequencesOf({ when, count }, at(0, 1, 2, 3, 10, 10, 10, 10, 10, 10, 10))).toEqual([5, 10]);
    expect(sequencesOf({ when, count }, [...at(0, 1, 2, 3), entryAt(10 * minute + 1)])).toEqual([]);
  });

  it('EC-12 puts what comes late where it belongs', () => {
    expect(sequencesOf({ when, count }, at(0, 1, 2, 3, 12, 4))).toEqual([6]);
    expect(sequencesOf({ when, count }, at(0, 1, 2, 3, 12, 14, 14))).toEqual([]);
  });

  it('takes no entry as later than it was written', () => {
    const ahead = entryAt(500_000 * minute, { recordedAt: instant(4 * minute) });
    expect(sequencesOf({ when, count }, [...at(0, 1, 2, 3), ahead])).toEqual([5]);
    expect(sequencesOf({ when, count }, [ahead, ...at(5, 5, 6, 13)])).toEqual([5]);
  });

  it('has forgotten what is later than a window and the same again', () => {
    expect(sequencesOf({ when, count }, at(0, 0, 0, 0, 20, 0))).toEqual([]);
    expect(sequencesOf({ when, count }, at(0, 0, 0, 0, 19, 0))).toEqual([6]);
  });

  it('is quiet for the cooldown, and goes on counting meanwhile', () => {
    const rule = { when, count: { atLeast: 2, within: '10m' }, cooldown: '30m' };
    expect(sequencesOf(rule, at(0, 1, 2, 3, 29, 30, 30, 31))).toEqual([2, 8]);
  });

  it('uses up what raised the alarm and nothing else, in whatever order it comes', () => {
    const rule = { when, count: { atLeast: 3, within: '10m' } };
    expect(sequencesOf(rule, at(-17, -16, -2, -1, -15, 0))).toEqual([5, 6]);
    expect(sequencesOf(rule, at(-17, -16, -15, -2, -1, 0))).toEqual([3, 6]);
  });

  it('is quiet by when entries were written, whatever they are dated back to', () => {
    const rule = { when, cooldown: '30m' };
    const yesterday = (written: number) => entryAt(-1440 * minute, { recordedAt: instant(written * minute) });
    expect(sequencesOf(rule, [...at(0), yesterday(29), yesterday(30), ...at(31)])).toEqual([1, 3]);
  });

  it('is quiet for no longer than the cooldown once a clock that was ahead is set right', () => {
    expect(sequencesOf({ when, cooldown: '30m' }, at(600, 0, 29, 30, 59))).toEqual([1, 4]);
  });

  it('goes on counting when a clock that was ahead is set right', () => {
    expect(sequencesOf({ when, count }, at(60, 0, 1, 2, 3, 4))).toEqual([6]);
    expect(sequencesOf({ when, count }, at(60, 0, 1, 2, 3, 56, 57, 58, 59))).toEqual([9]);
    const many = { when, count: { atLeast: 200, within: '1s' } };
    const ahead = Array.from({ length: mostMoments }, (_, index) => entryAt(60 * minute + index * 10));
    const now = Array.from({ length: 200 }, (_, index) => entryAt(index));
    expect(sequencesOf(many, [...ahead, ...now])).toEqual([mostMoments + 200]);
  });

  it('counts many in moments, of which a window may be one longer and never shorter', () => {
    const rule = { when, count: { atLeast: 1000, within: '200s' } };
    const spread = (length: number) => Array.from({ length: 1000 }, (_, index) => entryAt((index * length) / 999));
    expect(sequencesOf(rule, spread(200_000))).toEqual([1000]);
    expect(sequencesOf(rule, spread(203_000))).toEqual([]);
  });

  it('remembers so many moments and no more', () => {
    const states = new KeptStates();
    const rules = ruleSet({ when, count: { atLeast: 150, within: '1s' } });
    raisedBy(rules, placed(Array.from({ length: 3000 }, (_, index) => entryAt(index * 10))), states);
    const [state] = [...states.texts.values()].map((text) => JSON.parse(text) as KeyState);
    expect(state?.pattern?.is === 'count' && state.pattern.moments.length).toBe(mostMoments);
  });
});

describe('a count of different values', () => {
  it('raises with the third, however often the others came', () => {
    const rule = { when, count: { atLeast: 3, within: '10m', distinct: 'actor.id' } };
    expect(sequencesOf(rule, ofUsers('ada', 'bob', 'ada', 'bob', 'bob', 'cy', 'cy', 'ada', 'bob'))).toEqual([6, 9]);
  });

  it('uses up what raised the alarm and nothing else, in whatever order it comes', () => {
    const rule = { when, count: { atLeast: 3, within: '10m', distinct: 'actor.id' } };
    expect(sequencesOf(rule, ofUsersAt(-17, -16, -2, -1, -15, 0))).toEqual([5, 6]);
    expect(sequencesOf(rule, ofUsersAt(-17, -16, -15, -2, -1, 0))).toEqual([3, 6]);
  });

  it('goes on when a clock that was ahead is set right, with the same values', () => {
    const rule = { when, count: { atLeast: 3, within: '10m', distinct: 'actor.id' } };
    expect(sequencesOf(rule, [...ofUsersAt(60, 61), ...ofUsersAt(0, 1, 2)])).toEqual([5]);
  });

  it('tells so many apart and no more', () => {
    const states = new KeptStates();
    const rules = ruleSet({ when, count: { atLeast: mostValues, within: '1s', distinct: 'actor.id' } });
    const users = Array.from({ length: mostValues + 500 }, (_, index) =>
      entryAt(index * 2, { actor: { type: 'user', id: `user-${index}` } }),
    );
    raisedBy(rules, placed(users), states);
    const [state] = [...states.texts.values()].map((text) => JSON.parse(text) as KeyState);
    expect(state?.pattern?.is === 'distinct' && state.pattern.values.length).toBe(mostValues);
  });
});

describe('a sequence', () => {
  const of = [
    { action: 'auth.login', outcome: 'failure' },
    { action: 'auth.login', outcome: 'success' },
    { action: 'user.*' },
  ];
  const rule = { sequence: { of, within: '30m', by: 'actor.id' } };
  const [failure, success, change] = [{}, { outcome: 'success' }, { action: 'user.mfa_disabled' }] as const;

  it('FR-A006 raises with its last step, of one key and in time', () => {
    expect(sequencesOf(rule, [entryAt(0, failure), entryAt(1, success), entryAt(30 * minute, change)])).toEqual([3]);
    expect(sequencesOf(rule, [entryAt(0, failure), entryAt(1, success), entryAt(30 * minute + 1, change)])).toEqual([]);
    expect(sequencesOf(rule, [entryAt(0, failure), entryAt(2, change), entryAt(3, success)])).toEqual([]);
    const bob = { actor: { type: 'user', id: 'bob' } };
    expect(sequencesOf(rule, [entryAt(0, failure), entryAt(1, { ...success, ...bob }), entryAt(2, change)])).toEqual(
      [],
    );
  });

  it('EC-12 follows the order of the chain where the clocks say another', () => {
    expect(sequencesOf(rule, [entryAt(9, failure), entryAt(5, success), entryAt(7, change)])).toEqual([3]);
  });

  it('goes on with the step that came last', () => {
    const steps = [entryAt(0, failure), entryAt(20 * minute, failure), entryAt(21 * minute, success)];
    expect(sequencesOf(rule, [...steps, entryAt(50 * minute, change)])).toEqual([4]);
  });
});

describe('sequences of one key', () => {
  const rule = { sequence: { of: [{ action: 's.a' }, { action: 's.b' }, { action: 's.c' }], within: '30m' } };
  const steps = (text: string, every = 1) =>
    text.split(' ').map((step, index) => entryAt(index * every, { action: `s.${step}` }));

  it('use up their own steps and nothing else, in whatever order those come', () => {
    expect(sequencesOf(rule, steps('a b c a b c'))).toEqual([3, 6]);
    expect(sequencesOf(rule, steps('a b a c b c'))).toEqual([4, 6]);
    expect(sequencesOf(rule, steps('a a b b c c'))).toEqual([5, 6]);
    expect(sequencesOf(rule, steps('a b c c b c'))).toEqual([3]);
    // The second has not begun in time.
    expect(sequencesOf(rule, steps('a a b c b c', 8 * minute))).toEqual([4]);
  });

  it('are found however much of one step comes', () => {
    const flood = (step: string) => Array.from({ length: 3 * mostTaken }, () => step).join(' ');
    const [once, twice] = [3 * mostTaken + 3, 6 * mostTaken + 3];
    expect(sequencesOf(rule, steps(`a b ${flood('a')} c`))).toEqual([once]);
    expect(sequencesOf(rule, steps(`a ${flood('b')} ${flood('a')} c`))).toEqual([twice - 1]);
  });

  it('are remembered by so many steps and no more, and by none that leads nowhere', () => {
    const takenAfter = (text: string): number | false => {
      const states = new KeptStates();
      raisedBy(ruleSet(rule), placed(steps(text)), states);
      const [state] = [...states.texts.values()].map((kept) => JSON.parse(kept) as KeyState);
      return state?.pattern?.is === 'steps' && state.pattern.taken.length;
    };
    expect(takenAfter(Array.from({ length: 2 * mostTaken }, () => 'a').join(' '))).toBe(mostTaken);
    expect(takenAfter('b b a b')).toBe(2);
    expect(takenAfter('a b c b b')).toBe(false);
  });
});

describe('an absence', () => {
  const body = { when: { action: 'backup.completed' }, absent: { for: '26h' } };
  const hour = 60 * minute;
  const backup = (after: number) => entryAt(after * hour, { action: 'backup.completed' });

  it('FR-A006 raises once when nothing came in time, whether time or an entry shows it', () => {
    const states = new KeptStates();
    const { rule } = ruleOf(body, 'rule-0');
    const id = { tenantId: '', rule: 'rule-0', key: '' };
    expect(raisedBy(ruleSet(body), placed([backup(0), backup(25)]), states)).toEqual([]);
    const stateNow = () => states.get(id) ?? { pattern: null, quietUntil: null };
    const hours = (count: number) => Date.parse(instant(count * hour));
    expect(wait(rule, stateNow(), hours(51) - 1)).toBeNull();
    const waited = wait(rule, stateNow(), hours(60));
    expect(waited?.raised).toMatchObject({ at: hours(51), from: hours(25), sequence: 2, count: 0 });
    if (waited !== null) states.set(id, waited.state);
    expect(wait(rule, stateNow(), hours(61))).toBeNull();
    const later = [backup(62), backup(88)].map((entry, index) => ({ tenantId: '', sequence: 3 + index, entry }));
    expect(raisedBy(ruleSet(body), later, states)).toMatchObject([{ sequence: 3, at: hours(88) }]);
  });

  it('watches nothing that has never come', () => {
    const { rule } = ruleOf(body);
    expect(wait(rule, { pattern: null, quietUntil: null }, Date.parse(instant(1000 * hour)))).toBeNull();
    expect(sequencesOf(body, at(0, 3000))).toEqual([]);
  });
});

describe('a rule', () => {
  it('does not watch when it is not enabled', () => {
    expect(readRule('quiet', { when, enabled: false })).toBeNull();
  });

  it('keeps its pattern when only what it does is changed', () => {
    const hashOf = (body: JsonObject) => ruleOf({ when, ...body }).rule.patternHash;
    expect(hashOf({ severity: 'high', cooldown: '1h', tags: ['t1'] })).toBe(hashOf({}));
    expect(hashOf({ count: { atLeast: 1, within: '1m' } })).not.toBe(hashOf({}));
  });
});

describe('the text of a value', () => {
  it('is the value where that is short and plain, and tells all values apart', () => {
    expect(['ada', 5, true, ['a'], 'a\nb', 'x\u0000', '\ud800', 'del\u007f'].map(valueText)).toEqual([
      'ada',
      '5',
      'true',
      '["a"]',
      String.raw`"a\nb"`,
      String.raw`"x\u0000"`,
      String.raw`"\ud800"`,
      String.raw`"del\u007f"`,
    ]);
    const long = valueText('a'.repeat(5000));
    expect(long).toMatch(/^a{100}… sha256:[0-9a-f]{64}$/u);
    expect(valueText(`${'a'.repeat(5000)}b`)).not.toBe(long);
  });
});
