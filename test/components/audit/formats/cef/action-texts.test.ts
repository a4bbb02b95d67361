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
});
