import { expect, test } from 'vitest';
import { flagMentions } from '../../../src/app/flags/flag-mentions.ts';

const known = new Set(['checkout', 'dark-mode']);

function found(source: string): readonly string[] {
  return flagMentions(source, (key) => known.has(key)).map(
    ({ call, column, key, line }) => `${line}:${column} ${key}${call === null ? '' : ` by ${call}`}`,
  );
}

test.each([
  ['TypeScript', "const on = client.variation('chekout', context, false);", '1:29 chekout by variation'],
  [
    'TypeScript with a type',
    'client.variationDetail<boolean>(`chekout`, user, false)',
    '1:33 chekout by variationDetail',
  ],
  ['React', "const layout = useStringFlagValue('chekout', 'a');", '1:35 chekout by useStringFlagValue'],
  ['OpenFeature in JavaScript', 'await client.getBooleanValue("chekout", false)', '1:30 chekout by getBooleanValue'],
  [
    'Python',
    'ok = client.get_boolean_value(flag_key="chekout", default_value=False)',
    '1:40 chekout by get_boolean_value',
  ],
  ['Python, broken over lines', "client.variation(\n    'chekout', context, False)", '2:5 chekout by variation'],
  ['Java', 'boolean on = client.getBooleanDetails("chekout", false);', '1:39 chekout by getBooleanDetails'],
  ['Kotlin', 'val on = client.boolVariation("chekout", false)', '1:31 chekout by boolVariation'],
  ['Go', 'on, _ := client.BooleanValue(ctx, "chekout", false, evalCtx)', '1:35 chekout by BooleanValue'],
  ['Go, by a variation', 'on, _ := client.BoolVariation("chekout", user, false)', '1:31 chekout by BoolVariation'],
  [
    'Ruby',
    "client.fetch_boolean_value(flag_key: 'chekout', default_value: false)",
    '1:38 chekout by fetch_boolean_value',
  ],
  ['Swift', 'let on = client.boolVariation(forKey: "chekout", defaultValue: false)', '1:39 chekout by boolVariation'],
  ['a client’s listener', "flags.onChange('chekout', tell);", '1:16 chekout by onChange'],
  ['what was seen', "this.#flags.seen('chekout');", '1:18 chekout by seen'],
  ['a call that may not be there', "client.variation?.('chekout', user, false)", '1:20 chekout by variation'],
  ['Go, by a short name', 'on := client.Boolean(ctx, "chekout", false, evalCtx)', '1:27 chekout by Boolean'],
  ['C#, verbatim', 'client.BoolVariation(@"chekout", user, false)', '1:23 chekout by BoolVariation'],
  ['Kotlin, raw', 'client.boolVariation("""chekout""", false)', '1:24 chekout by boolVariation'],
  ['Python, in three quotes', "client.variation('''chekout''', user, False)", '1:20 chekout by variation'],
  ['C#', 'var on = await client.GetBooleanValueAsync("chekout", false);', '1:44 chekout by GetBooleanValueAsync'],
])('finds what is asked for in %s', (_, source, expected) => {
  expect(found(source)).toEqual([expected]);
});

test('finds known keys in quotes anywhere, and no other texts', () => {
  const source = [
    'export const flags = { layout: \'checkout\', mode: "dark-mode" };',
    "const other = 'check-out'; // checkout without quotes",
    "stringValue('anything'); variations['x']; map.get('y');",
    "  isFeatureEnabled('dark-mode')",
  ].join('\n');
  expect(found(source)).toEqual(['1:32 checkout', '1:50 dark-mode', '4:20 dark-mode by isFeatureEnabled']);
});

test('what is commented out asks for nothing, and names the flags that there are', () => {
  const source = [
    "// client.variation('chekout', user, false);",
    "  # client.variation('chekout', user, False)",
    " * client.variation('dark-mode', user, false)",
    "const on = client.variation('chekout', user, false); // as ever",
    "String(value, 'chekout'); input.onChange('chekout'); flags.onChange('*', tell);",
  ].join('\n');
  expect(found(source)).toEqual(['3:21 dark-mode', '4:29 chekout by variation']);
});

test('takes for a key neither a default nor the beginning of one', () => {
  const source = [
    "client.getStringValue(flagKeys.layout, 'wide', context);",
    "client.variation('new-' + name, context, false);",
    "client.GetBooleanValue(context.Background(), 'chekout', false);",
    "client.boolVariation(\n  'chekout',\n  false,\n);",
  ].join('\n');
  expect(found(source)).toEqual(['3:46 chekout by GetBooleanValue', '5:3 chekout by boolVariation']);
});
