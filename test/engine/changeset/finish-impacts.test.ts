import { describe, expect, it } from 'vitest';
import { finishImpacts, impactTotals } from '../../../src/engine/changeset/finish-impacts.ts';
import {
  mostListed,
  mostListedTogether,
  type Somebody,
  type ToldImpact,
} from '../../../src/engine/changeset/impact.ts';

const people = (...ids: readonly string[]): readonly Somebody[] =>
  ids.map((id) => ({ name: id, tenant: 'globex', subject: { type: 'user', id } }));
const crowd = (size: number): readonly Somebody[] => people(...Array.from({ length: size }, (_, index) => `u${index}`));

function losing(...groups: readonly (readonly Somebody[])[]): ToldImpact {
  const what = { lost: ['invoice:read'] };
  const effect = { figure: 'membersLosingPermission', text: 'they lose', groups: groups.map((who) => ({ who, what })) };
  return { effects: [effect], unknown: [], none: '' };
}

describe('impacts in a changeset', () => {
  it('count everybody and list as many as is sensible', () => {
    const [impact] = finishImpacts([losing(crowd(mostListed + 500))]);
    expect(impact?.figures).toEqual({ membersLosingPermission: mostListed + 500 });
    expect(impact?.effects?.[0]).toMatchObject({ count: mostListed + 500 });
    expect(impact?.effects?.[0]?.affected).toHaveLength(mostListed);
  });

  it('list no more together than a changeset can carry', () => {
    const impacts = finishImpacts(Array.from({ length: 15 }, () => losing(crowd(mostListed))));
    const listed = impacts.flatMap(({ effects = [] }) => effects.flatMap(({ affected }) => affected));
    expect(listed).toHaveLength(mostListedTogether);
    expect(impacts.every(({ figures }) => figures?.['membersLosingPermission'] === mostListed)).toBe(true);
  });

  it('have another hash for every other set of people, listed or not, and none for another name or order', () => {
    const hashOf = (told: ToldImpact): string | undefined => finishImpacts([told])[0]?.affectedHash;
    const all = crowd(mostListed + 500);
    expect(hashOf(losing(all))).toBe(hashOf(losing(all.toReversed())));
    expect(hashOf(losing(all))).toBe(hashOf(losing(all.map((one) => ({ ...one, name: 'somebody' })))));
    expect(hashOf(losing(all))).not.toBe(hashOf(losing(all.slice(1))));
    expect(hashOf(losing(all))).not.toBe(hashOf(losing([...all.slice(0, -1), ...people('other')])));
    const more = { ...losing(all), effects: losing(all).effects.map((effect) => ({ ...effect, figure: 'other' })) };
    expect(hashOf(losing(all))).not.toBe(hashOf(more));
  });

  it('are totalled with everybody counted once', () => {
    const told = [losing(people('ada', 'bob')), losing(people('bob'), people('cy'))];
    expect(finishImpacts(told).map(({ figures }) => figures)).toEqual([
      { membersLosingPermission: 2 },
      { membersLosingPermission: 2 },
    ]);
    expect(impactTotals(told)).toEqual({ figures: { membersLosingPermission: 3 }, unknownFigures: [] });
  });

  it('say of which tenant somebody is whose name comes up twice', () => {
    const who = [...people('ada', 'bob'), { name: 'ada', tenant: 'initech', subject: { type: 'user', id: 'ada' } }];
    const names = finishImpacts([losing(who)])[0]?.effects?.[0]?.affected.map(({ name }) => name);
    expect(names).toEqual(['ada (globex)', 'ada (initech)', 'bob']);
  });

  it('list the first by name, from however many groups they come', () => {
    const names = Array.from({ length: mostListed * 2 }, (_, index) => `n${String(index).padStart(5, '0')}`);
    const groups = [2, 1, 0].map((rest) => people(...names.filter((_, index) => index % 3 === rest)));
    const [impact] = finishImpacts([losing(...groups)]);
    expect(impact?.effects?.[0]?.affected.map(({ name }) => name)).toEqual(names.slice(0, mostListed));
  });

  it('are unknown where only what refers to it is known', () => {
    const refers = {
      figure: 'references',
      text: '1 live resource refers to it',
      groups: [{ who: people('x'), what: {} }],
    };
    const unknown = [{ reason: 'who sees it is not known', figures: ['contextsFlipped'] }];
    const [impact] = finishImpacts([{ effects: [refers], unknown, none: '' }]);
    expect(impact).toMatchObject({
      status: 'unknown',
      reason: '1 live resource refers to it; who sees it is not known',
      unknownFigures: ['contextsFlipped'],
    });
    expect(finishImpacts([{ effects: [refers], unknown: [], none: '' }])[0]?.status).toBe('some');
  });
});
