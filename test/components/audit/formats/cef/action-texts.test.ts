import { describe, expect, it } from 'vitest';
import { ActionTexts } from '../../../../../src/components/audit/formats/cef/action-texts.ts';

describe('what an action says in CEF', () => {
  const texts = new ActionTexts('1|2');

  it('is escaped in the header otherwise than in the fields', () => {
    const expected = {
      header: 'CEF:0|Dream|Dream|1\\|2|invoice.a=b\\|c\\\\d|Invoice a=b\\|c\\\\d|',
      fields: ' act=invoice.a\\=b|c\\\\d cat=invoice',
    };
    expect(texts.of('invoice.a=b|c\\d')).toEqual(expected);
    expect(texts.of('invoice.a=b|c\\d')).toEqual(expected);
  });

  it('is the same however many actions there are, and however long they are', () => {
    const of = (index: number): string => `thing${index}.${'made'.repeat((index % 7) * 20)}`;
    const amount = 2500;
    for (let index = 0; index < amount; index += 1) texts.of(of(index));
    for (const index of [0, 1, 6, 1000, amount - 1]) {
      expect(texts.of(of(index))).toEqual(new ActionTexts('1|2').of(of(index)));
    }
  });

  it('is remembered of a thousand actions and no more', () => {
    const known = new ActionTexts('1');
    const made = Array.from({ length: 1000 }, (_, index) => known.of(`thing.made${index}`));
    const isRemembered = (index: number): boolean => known.of(`thing.made${index}`) === made[index];
    expect([isRemembered(0), isRemembered(999)]).toEqual([true, true]);
    known.of('thing.made1000');
    expect([isRemembered(0), isRemembered(999)]).toEqual([false, false]);
  });

  it('is not remembered of an action that is longer than 200 characters, nor forgotten for one', () => {
    const known = new ActionTexts('1');
    const made = Array.from({ length: 1000 }, (_, index) => known.of(`${index}`.padEnd(200, 'x')));
    const long = 'x'.repeat(201);
    expect(known.of(long)).not.toBe(known.of(long));
    expect(known.of('0'.padEnd(200, 'x'))).toBe(made[0]);
  });
});
