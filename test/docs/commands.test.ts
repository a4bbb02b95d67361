import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { commandTable } from '../../src/commands/entry/command-table.ts';
import { markdownFiles, read } from '../support/documents.ts';

test('every npm script that a document names exists', () => {
  const scripts = new Set(Object.keys(packageJson.scripts));
  const named = [...markdownFiles(), '.ci/run'].flatMap((file) =>
    [...read(file).matchAll(/\bnpm run (?:--silent )?([a-z][a-z:-]*)/g)].map(([, script = '']) => ({ file, script })),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(({ script }) => !scripts.has(script))).toEqual([]);
});

test('contributors find every script they need in CONTRIBUTING.md', () => {
  const text = read('CONTRIBUTING.md');
  const own = ['build', 'prepare', 'types', 'lint'];
  const expected = Object.keys(packageJson.scripts).filter((script) => !own.includes(script));
  expect(expected.filter((script) => !text.includes(script === 'test' ? 'npm test' : `npm run ${script}`))).toEqual([]);
});

interface CommandStatics {
  readonly baseFlags?: object;
  readonly flags?: object;
  readonly enableJsonFlag?: boolean;
}

/** Commands written as code: `dream plan --env production`, `npx dream apply "$FILE"`. */
const written = [...markdownFiles(), 'examples/ci/github-actions.yml']
  // Requirements also name commands that are not there yet.
  .filter((file) => file !== 'docs/requirements.md')
  .flatMap((file) =>
    [...read(file).matchAll(/(?:`|npx |^\$? ?|&& )dream ([a-z][^`\n|>]*)/gm)].map(([, line = '']) => ({
      file,
      line: line.trim(),
    })),
  );

test.each(written)('$file writes `dream $line`, which exists', async ({ line }) => {
  const words = line.split(/\s+/);
  const command = commandTable[`${words[0]}:${words[1]}`] ?? commandTable[words[0] ?? ''];
  expect(command).toBeDefined();
  const { baseFlags, flags, enableJsonFlag }: CommandStatics = Object(await command?.());
  const options = new Set([
    ...Object.keys({ ...baseFlags, ...flags }),
    'help',
    ...(enableJsonFlag === true ? ['json'] : []),
  ]);
  const used = [...line.matchAll(/(?<=\s)--([a-z][a-z-]*)/g)].map(([, option = '']) => option);
  expect(used.filter((option) => !options.has(option))).toEqual([]);
});
