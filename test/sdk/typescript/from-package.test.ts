// Dream itself as others install it writes the SDK that stands in sdks/, though it has none of its own sources there.
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { freshBuild, temporaryDirectory } from '../../support/cli.ts';

const root = resolve(import.meta.dirname, '../../..');

function textsBelow(directory: string): ReadonlyMap<string, string> {
  const paths = readdirSync(directory, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => join(parentPath, name).slice(directory.length + 1))
    .filter((path) => !/^(node_modules|dist)\//.test(path));
  return new Map(paths.toSorted().map((path) => [path, readFileSync(join(directory, path), 'utf8')]));
}

test('the installed program writes the same SDK, what it takes over of components included', async () => {
  await freshBuild();
  const directory = temporaryDirectory();
  const packed = await execa('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', directory], {
    cwd: root,
  });
  await execa('tar', ['-xzf', join(directory, packed.stdout.trim()), '-C', directory]);
  symlinkSync(join(root, 'node_modules'), join(directory, 'package/node_modules'));
  const program = join(directory, 'package/bin/run.js');
  await execa(process.execPath, [program, 'generate', 'sdk', '--lang', 'typescript', '--out', 'sdks'], {
    cwd: directory,
  });
  const written = textsBelow(join(directory, 'sdks/typescript'));
  expect([...written.keys()]).toContain('src/flags/evaluation/evaluator.ts');
  expect([...written.keys()]).toContain('src/permissions/matches-permission.ts');
  expect([...written]).toEqual([...textsBelow(join(root, 'sdks/typescript'))]);
});

test('what it takes over are the sources of the server, byte for byte', () => {
  for (const [from, to] of [
    ['features/client', 'flags/client'],
    ['features/conditions', 'flags/conditions'],
    ['features/evaluation', 'flags/evaluation'],
    ['access/permission/matches-permission.ts', 'permissions/matches-permission.ts'],
  ] as const) {
    const [source, copy] = [join(root, 'src/components', from), join(root, 'sdks/typescript/src', to)];
    if (from.endsWith('.ts')) expect(readFileSync(copy, 'utf8')).toBe(readFileSync(source, 'utf8'));
    else expect([...textsBelow(copy)]).toEqual([...textsBelow(source)]);
  }
});
