import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfiguration } from '../../../src/engine/load/load-configuration.ts';
import type { SourceFiles } from '../../../src/engine/load/source-files.ts';
import { createHost } from '../../../src/host/create-host.ts';
import { longRun } from '../../support/long-run.ts';
import { brief, registry } from '../../support/project-folder.ts';

const directory = resolve(import.meta.dirname, '../../../examples/acme');
const { files } = createHost();

const texts = new Map(
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/u.test(entry.name) && entry.name !== 'dream.yaml')
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, readFileSync(path, 'utf8')] as const;
    }),
);

interface Typo {
  readonly path: string;
  readonly text: string;
  readonly name: string;
}

/** Every key of four letters and more with two of them the wrong way round: `nmae`. */
function typos(): readonly Typo[] {
  return [...texts].flatMap(([path, text]) =>
    [...text.matchAll(/(?<=^|[\s{,-])([a-zA-Z][\w-]{3,})(?=:\s)/gmu)].flatMap((match) => {
      const [key] = match;
      const [one = '', two = '', three = '', four = ''] = key;
      const beginning = text.slice(0, match.index);
      if (three === four || beginning.slice(beginning.lastIndexOf('\n') + 1).includes('#')) return [];
      const typo = one + two + four + three + key.slice(4);
      const line = beginning.split('\n').length;
      const rest = text.slice(match.index + key.length);
      return [{ path, text: beginning + typo + rest, name: `${relative(directory, path)}:${line} ${key}` }];
    }),
  );
}

/** The same directory with another text in one of its files. */
function withText({ path, text }: Typo): SourceFiles {
  return { ...files, readText: (asked) => (asked === path ? Promise.resolve(text) : files.readText(asked)) };
}

it('a field that is misspelt is one mistake, whatever else would be said of its document without it', async () => {
  const noisy: string[] = [];
  let counted = 0;
  for (const [number, typo] of typos().entries()) {
    if (!longRun && number % 29 !== 0) continue;
    const { diagnostics } = await loadConfiguration({ directory, files: withText(typo), registry });
    // A name that users choose may well be another one: then what refers to it is wrong.
    if (!diagnostics.some(({ code }) => code === 'field/unknown')) continue;
    counted += 1;
    if (diagnostics.length > 1) noisy.push(`${typo.name}: ${diagnostics.map(brief).join(', ')}`);
  }
  expect(noisy).toEqual([]);
  expect(counted).toBeGreaterThan(longRun ? 400 : 15);
}, 600_000);
