import { execa } from 'execa';
import { cpSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dream, node, repository, temporaryDirectory } from '../fixtures/workspace.ts';
import { interleave } from '../measure/interleave.ts';
import { boundRow, ratioRow, reportRow, type Row } from '../measure/row.ts';
import { runCommand } from '../measure/run-command.ts';
import { median } from '../measure/statistics.ts';

const [generations, imports] = [7, 41];

/** What it takes to write the OpenAPI documents and the SDKs, and what the SDK for TypeScript costs those who use it. */
export async function sdkSuite(): Promise<readonly Row[]> {
  const directory = temporaryDirectory('generate');
  const [first, again]: [number[], number[]] = [[], []];
  for (let round = 0; round < generations; round += 1) {
    const out = join(directory, String(round));
    first.push(await generate(out));
    again.push(await generate(out));
  }
  const subject = `dream generate openapi and sdk, ${await operationCount()} operations`;
  return [
    boundRow(`${subject}, ${languages().join(' and ')}: into an empty folder`, 'CPU s', median(first), 0.8),
    boundRow(`${subject}: nothing to write`, 'CPU s', median(again), 0.3),
    ...(await typeScriptRows()),
  ];
}

/** CPU seconds of both commands. */
async function generate(out: string): Promise<number> {
  const one = await runCommand({ program: node, args: [dream, 'generate', 'openapi', '--out', join(out, 'openapi')] });
  const other = await runCommand({ program: node, args: [dream, 'generate', 'sdk', '--out', join(out, 'sdks')] });
  return one.cpu + other.cpu;
}

async function typeScriptRows(): Promise<readonly Row[]> {
  const built = join(await buildTypeScript(), 'dist');
  const scripts = readdirSync(built, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => readFileSync(join(built, path)));
  const kilobytes = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + size, 0) / 1000;
  const program = `import(${JSON.stringify(join(built, 'index.js'))}).then(({ Dream }) => new Dream({ baseUrl: 'http://127.0.0.1', secretKey: 'sk_test_x' }))`;
  const started = await interleave(
    imports,
    async () => (await runCommand({ program: node, args: ['-e', program] })).cpu * 1000,
    async () => (await runCommand({ program: node, args: ['-e', '0'] })).cpu * 1000,
  );
  return [
    boundRow('SDK for TypeScript, built', 'KB', kilobytes(scripts.map(({ length }) => length)), 100),
    boundRow('the same, gzip', 'KB', kilobytes(scripts.map((script) => gzipSync(script, { level: 9 }).length)), 15),
    ratioRow('the same: import it and make a client, against a Node that does nothing', 'CPU ms', started, null),
    boundRow('the same: what that takes more', 'CPU ms', started.ours - started.peer, 15),
    reportRow('the same: files', '', scripts.length),
  ];
}

/** As whoever publishes it would. */
async function buildTypeScript(): Promise<string> {
  const copy = join(temporaryDirectory('sdk-typescript'), 'package');
  cpSync(join(repository, 'sdks/typescript'), copy, { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
  await runCommand({ program: 'npm', args: ['run', '--silent', 'build'], directory: copy });
  return copy;
}

function languages(): readonly string[] {
  return readdirSync(join(repository, 'sdks')).toSorted();
}

async function operationCount(): Promise<number> {
  const { stdout } = await execa(node, [dream, 'generate', 'openapi', '--check', '--json'], {
    cwd: repository,
    reject: false,
  });
  const { documents }: { readonly documents: readonly { readonly operations: number }[] } = JSON.parse(stdout);
  return documents[0]?.operations ?? 0;
}
