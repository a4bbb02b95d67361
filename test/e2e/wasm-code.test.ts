import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import { expect, it } from 'vitest';
import { freshBuild, temporaryDirectory } from '../support/cli.ts';

const binary = resolve(import.meta.dirname, '../../bin/run.js');

it('never lets V8 collect the code of the embedded database, which may end the process with SIGSEGV, nor compile it a second time, which takes 600 MB', async () => {
  const directory = temporaryDirectory();
  writeFileSync(join(directory, 'dream.yaml'), 'project: acme\nenvironments: { development: {} }\n');
  await freshBuild();
  // V8 would collect at every opportunity, and tell, as it does of what it compiles.
  const flags = ['--stress-wasm-code-gc', '--trace-wasm-code-gc', '--trace-wasm-compilation-times'];
  const { stdout } = await execa(process.execPath, [...flags, binary, 'plan'], { cwd: directory });
  expect(stdout).toContain('+ environment development');
  expect(stdout).not.toContain('[wasm-gc]');
  expect(stdout).toMatch(/Compiled function .* using Liftoff/u);
  expect(stdout).not.toMatch(/Compiled function .* using TurboFan/u);
});
