import { build } from 'esbuild';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { node, repository, temporaryDirectory } from '../fixtures/workspace.ts';
import { interleave } from '../measure/interleave.ts';
import { boundRow, ratioRow, reportRow, type Row } from '../measure/row.ts';
import { runCommand } from '../measure/run-command.ts';

const imports = 41;

/** What the SDK for TypeScript costs those who use it. */
export async function sdkSuite(): Promise<readonly Row[]> {
  const built = join(await buildTypeScript(), 'dist');
  const client = await bundled(built, 'index.js');
  const flags = await bundled(built, 'flags/client/index.js');
  const evaluator = await bundled(built, 'flags/evaluation/index.js');
  const packed = (script: Uint8Array): number => gzipSync(script, { level: 9 }).length / 1000;
  const program = `import(${JSON.stringify(join(built, 'index.js'))}).then(({ Dream }) => new Dream({ baseUrl: 'http://127.0.0.1', secretKey: 'sk_test_x' }))`;
  const started = await interleave(
    imports,
    async () => (await runCommand({ program: node, args: ['-e', program] })).cpu * 1000,
    async () => (await runCommand({ program: node, args: ['-e', '0'] })).cpu * 1000,
  );
  return [
    boundRow('SDK for TypeScript, the client with all operations', 'KB', client.length / 1000, 100),
    boundRow('the same, gzip', 'KB', packed(client), 15),
    ratioRow('the same: import it and make a client, against a Node that does nothing', 'CPU ms', started, null),
    boundRow('the same: what that takes more', 'CPU ms', started.ours - started.peer, 15),
    reportRow('its part dream-sdk/flags: clients, providers and test data', 'KB', flags.length / 1000),
    reportRow('the same, gzip', 'KB', packed(flags)),
    reportRow('its part dream-sdk/flags/evaluation', 'KB', evaluator.length / 1000),
    reportRow('the same, gzip', 'KB', packed(evaluator)),
  ];
}

/** All that stands behind an entry, as one file: nothing left out, no name made shorter. */
async function bundled(built: string, entry: string): Promise<Uint8Array> {
  const options = { bundle: true, minifyWhitespace: true, format: 'esm', platform: 'neutral', write: false } as const;
  const { outputFiles } = await build({ ...options, entryPoints: [join(built, entry)] });
  const [script] = outputFiles;
  if (script === undefined) throw new Error(`esbuild made nothing of ${entry}`);
  return script.contents;
}

/** As whoever publishes it would. */
async function buildTypeScript(): Promise<string> {
  const copy = join(temporaryDirectory('sdk-typescript'), 'package');
  cpSync(join(repository, 'sdks/typescript'), copy, { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
  await runCommand({ program: 'npm', args: ['run', '--silent', 'build'], directory: copy });
  return copy;
}
