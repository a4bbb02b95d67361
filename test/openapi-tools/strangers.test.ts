// Generators and linters that others made read our documents, and what they generate compiles under strict TypeScript.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { afterAll, describe, expect, it } from 'vitest';
import { installTools } from './install-tools.ts';

const documents = readdirSync('openapi', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => resolve('openapi', path));
const whole = resolve('openapi/openapi.yaml');
const tools = await installTools();

interface Ran {
  readonly exitCode: number | undefined;
  readonly said: string;
}

/** Runs one of them in a directory of its own below the tools, so that it finds its own packages. */
async function run(tool: string, given: readonly string[], directory: string): Promise<Ran> {
  const bin = join(directory, '../node_modules/.bin', tool);
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const { all, exitCode } = await execa(bin, given, { all: true, cwd: directory, env, reject: false });
  return { exitCode, said: all };
}

async function compile(files: readonly string[], directory: string): Promise<Ran> {
  const lib = ['--target', 'es2022', '--lib', 'es2022,dom,dom.iterable'];
  const modules = ['--module', 'esnext', '--moduleResolution', 'bundler'];
  return run('tsc', ['--noEmit', '--strict', '--skipLibCheck', ...lib, ...modules, ...files], directory);
}

const fine = { exitCode: 0, said: '' };

describe.skipIf(tools === null)('tools of others', () => {
  const directory = tools === null ? '' : mkdtempSync(join(tools, 'run-'));
  afterAll(() => rmSync(directory, { force: true, recursive: true }));

  it('CP-05 Redocly finds no error and nothing to warn of, by its recommended rules', async () => {
    const { exitCode, said } = await run('redocly', ['lint', '--extends', 'recommended', ...documents], directory);
    expect({ exitCode, warned: /warning|error/u.exec(said)?.[0] ?? null, said }).toMatchObject({
      exitCode: 0,
      warned: null,
    });
  });

  it('CP-05 neither does Spectral, by its rules for OpenAPI', async () => {
    const rules = resolve('test/openapi-tools/spectral.yaml');
    const { exitCode, said } = await run(
      'spectral',
      ['lint', '-r', rules, '--fail-severity', 'hint', ...documents],
      directory,
    );
    expect({ exitCode, said }).toMatchObject({ exitCode: 0, said: expect.stringMatching(/^No results/u) });
  });

  it('CP-05 openapi-typescript makes types that compile', async () => {
    expect(await run('openapi-typescript', [whole, '-o', 'types.ts'], directory)).toMatchObject({ exitCode: 0 });
    expect(await compile(['types.ts'], directory)).toEqual(fine);
  });

  it('CP-05 @hey-api/openapi-ts makes a client that compiles', async () => {
    const given = ['-i', whole, '-o', 'hey', '-c', '@hey-api/client-fetch'];
    expect(await run('openapi-ts', given, directory)).toMatchObject({ exitCode: 0 });
    expect(await compile(['hey/index.ts'], directory)).toEqual(fine);
  });

  it('CP-05 orval makes a client that compiles', async () => {
    const settings = {
      dream: { input: whole, output: { target: './orval/dream.ts', client: 'fetch', mode: 'single' } },
    };
    writeFileSync(join(directory, 'orval.config.mjs'), `export default ${JSON.stringify(settings)};\n`);
    expect(await run('orval', ['--config', 'orval.config.mjs'], directory)).toMatchObject({ exitCode: 0 });
    expect(await compile(['orval/dream.ts'], directory)).toEqual(fine);
  });

  it("CP-05 Redocly's generator makes a client that compiles", async () => {
    const given = ['generate-client', whole, '--output', 'redocly.ts'];
    expect(await run('redocly', given, directory)).toMatchObject({ exitCode: 0 });
    expect(await compile(['redocly.ts'], directory)).toEqual(fine);
  });
});
