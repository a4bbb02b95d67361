import { expect, test } from 'vitest';
import { commandTable } from '../../src/commands/entry/command-table.ts';

interface Describable {
  readonly args?: { readonly [name: string]: { readonly required?: boolean; readonly options?: readonly string[] } };
  readonly baseFlags?: Describable['flags'];
  readonly enableJsonFlag?: boolean;
  readonly flags?: {
    readonly [name: string]: {
      readonly aliases?: readonly string[];
      readonly char?: string;
      readonly env?: string;
      readonly multiple?: boolean;
      readonly options?: readonly string[];
      readonly required?: boolean;
      readonly type: string;
    };
  };
}

function describeCommand({ args = {}, baseFlags = {}, enableJsonFlag = false, flags = {} }: Describable): unknown {
  const options = Object.entries({ ...flags, ...baseFlags }).map(
    ([name, { aliases, char, env, multiple, options: values, required, type }]): [string, unknown] => [
      name,
      {
        type: type === 'boolean' ? 'switch' : 'value',
        ...(char === undefined ? {} : { char }),
        ...(aliases === undefined || aliases.length === 0 ? {} : { aliases }),
        ...(env === undefined ? {} : { env }),
        ...(multiple === true ? { multiple } : {}),
        ...(required === true ? { required } : {}),
        ...(values === undefined ? {} : { values }),
      },
    ],
  );
  return {
    args: Object.entries(args).map(([name, { options: values, required = false }]) => ({
      name,
      required,
      ...(values === undefined ? {} : { values }),
    })),
    json: enableJsonFlag,
    options: Object.fromEntries(options.toSorted(([a], [b]) => a.localeCompare(b))),
  };
}

/** Scripts depend on these. A change shows here first; `vitest run -u` accepts it. */
test('commands, arguments and options are what they were', async () => {
  const described: { [command: string]: unknown } = {};
  for (const id of Object.keys(commandTable).toSorted()) {
    const Class: Describable = Object(await commandTable[id]?.());
    described[id.replaceAll(':', ' ')] = describeCommand(Class);
  }
  await expect(`${JSON.stringify(described, null, 2)}\n`).toMatchFileSnapshot('../golden/commands.json');
});
