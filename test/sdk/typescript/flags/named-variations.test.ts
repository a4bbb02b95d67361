// What a test says of variations in TypeScript; the same cases are tried in Python and Java.
import { expect, onTestFinished, test } from 'vitest';
import { FlagContext, TestFlagData } from '../../../../src/components/features/client/index.ts';
import { namedVariations } from '../../flag-data/named-variations.ts';

test.each(namedVariations)('other variations, where $title', ({ refused, rules, value, variations }) => {
  const data = TestFlagData.create();
  const flag = data.flag('theme').rules(rules);
  const before = data.ruleset();
  if (refused === undefined) {
    flag.variations(variations);
    const client = data.client();
    onTestFinished(() => client.close());
    expect(client.variation('theme', FlagContext.user('ann'), 'the default')).toBe(value);
  } else {
    expect(() => flag.variations(variations)).toThrow(new TypeError(refused));
    expect(data.ruleset()).toBe(before);
  }
});
