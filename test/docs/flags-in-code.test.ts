import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect, it, onTestFinished, vi } from 'vitest';
import { useDatabases } from '../support/databases.ts';
import { read } from '../support/documents.ts';
import { projectFolder } from '../support/project-folder.ts';
import { flag, flagServer } from '../components/features/delivery/support/flag-server.ts';

const databases = useDatabases('embedded');
const programs = [...read('docs/guides/flags-in-code.md').matchAll(/^```ts\n([^]*?)^```$/gm)].map(
  ([, text = '']) => text,
);

it('P04 every program of the guide to flags in code prints what its comments say', async () => {
  const server = await flagServer(await databases.shared());
  const admins = { rules: [{ if: { 'user.role': 'admin' }, serve: 'on' }] };
  await server.apply([
    flag('express-checkout', false, admins),
    flag('new-menu', false, { ...admins, clientSide: true }),
  ]);
  vi.stubEnv('DREAM_URL', server.url);
  vi.stubEnv('DREAM_API_KEY', (await server.key('secret')).key);
  vi.stubEnv('DREAM_PUBLISHABLE_KEY', (await server.key('publishable')).key);
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((...words) => void printed.push(words.join(' ')));
  onTestFinished(() => {
    log.mockRestore();
    vi.unstubAllEnvs();
  });
  const directory = projectFolder({});
  for (const [place, program] of programs.entries()) {
    printed.length = 0;
    const bundle = join(directory, `${place}.mjs`);
    const contents = program.replaceAll("'dream-sdk/flags'", "'./sdks/typescript/src/flags/client/index.ts'");
    const { outputFiles } = await build({
      stdin: { contents, loader: 'ts', resolveDir: process.cwd() },
      bundle: true,
      format: 'esm',
      platform: 'node',
      write: false,
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
    writeFileSync(bundle, outputFiles[0]?.text ?? '');
    await import(pathToFileURL(bundle).href);
    expect(printed).toEqual([...program.matchAll(/; \/\/ (.*)$/gm)].map(([, said]) => said));
  }
  expect(programs.length).toBe(8);
});
