import { execa } from 'execa';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installTools } from '../../test/openapi-tools/install-tools.ts';
import { dream, node, repository, temporaryDirectory } from '../fixtures/workspace.ts';
import { interleave } from '../measure/interleave.ts';
import { boundRow, ratioRow, type Row } from '../measure/row.ts';
import { runCommand } from '../measure/run-command.ts';
import { median } from '../measure/statistics.ts';

const [rounds, pairs] = [7, 3];

/** What it takes to write the OpenAPI documents, the SDKs and the pages of the API; one SDK beside generators of others. */
export async function generateSuite(): Promise<readonly Row[]> {
  const directory = temporaryDirectory('generate');
  const [first, again]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const out = join(directory, String(round));
    first.push(await generate('all', '--out', out));
    again.push(await generate('all', '--out', out));
  }
  const languages = readdirSync(join(repository, 'sdks')).toSorted().join(', ');
  const subject = `dream generate all (OpenAPI, pages, SDKs: ${languages}), ${await operationCount()} operations`;
  return [
    boundRow(`${subject}: into an empty folder`, 'CPU s', median(first), 0.8),
    boundRow(`${subject}: nothing to write`, 'CPU s', median(again), 0.3),
    ...(await besideOthers(directory)),
  ];
}

/** CPU seconds. */
async function generate(...args: readonly string[]): Promise<number> {
  return (await runCommand({ program: node, args: [dream, 'generate', ...args] })).cpu;
}

/** The same API, TypeScript alone, each into a folder of its own. */
async function besideOthers(directory: string): Promise<readonly Row[]> {
  const tools = await installTools();
  if (tools === null) return [];
  const document = join(repository, 'openapi/openapi.yaml');
  const settings = { dream: { input: document, output: { target: 'orval.ts', client: 'fetch', mode: 'single' } } };
  writeFileSync(join(directory, 'orval.config.mjs'), `export default ${JSON.stringify(settings)};\n`);
  const others = [
    {
      name: '@hey-api/openapi-ts',
      bin: 'openapi-ts',
      args: ['-i', document, '-o', 'hey', '-c', '@hey-api/client-fetch'],
    },
    { name: 'orval', bin: 'orval', args: ['--config', 'orval.config.mjs'] },
    { name: 'Redocly generate-client', bin: 'redocly', args: ['generate-client', document, '--output', 'redocly.ts'] },
  ];
  const rows: Row[] = [];
  for (const { args, bin, name } of others) {
    let round = 0;
    const measured = await interleave(
      pairs,
      () => generate('sdk', '--lang', 'typescript', '--out', join(directory, `${bin}-${(round += 1)}`)),
      async () => (await runCommand({ program: join(tools, 'node_modules/.bin', bin), args, directory })).cpu,
    );
    rows.push(ratioRow(`dream generate sdk --lang typescript, beside ${name}`, 'CPU s', measured, null));
  }
  return rows;
}

async function operationCount(): Promise<number> {
  const { stdout } = await execa(node, [dream, 'generate', 'openapi', '--check', '--json'], {
    cwd: repository,
    reject: false,
  });
  const { documents }: { readonly documents: readonly { readonly operations: number }[] } = JSON.parse(stdout);
  return documents[0]?.operations ?? 0;
}
