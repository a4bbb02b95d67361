import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installTools } from '../../test/openapi-tools/install-tools.ts';
import { largerProduct } from '../fixtures/larger-product.ts';
import { operationCount } from '../fixtures/operation-count.ts';
import { dream, node, temporaryDirectory } from '../fixtures/workspace.ts';
import { roundRobin } from '../measure/round-robin.ts';
import { boundRow, ratioRow, reportRow, type Row } from '../measure/row.ts';
import { runCommand } from '../measure/run-command.ts';
import { median } from '../measure/statistics.ts';

const operations = 200;
const [rounds, roundsBeside] = [7, 3];

/**
 * What it takes to write the OpenAPI documents, the SDKs and the pages of an API; that of Dream with components added, and
 * Dream's own; and of the larger one an SDK beside generators of others, which are given the same document.
 */
export async function generateSuite(): Promise<readonly Row[]> {
  const directory = temporaryDirectory('generate');
  const larger = await largerProduct(operations);
  const figures: Figures = { first: [], again: [], ownFirst: [], ownAgain: [] };
  for (let round = 0; round < rounds; round += 1) {
    const [out, ownOut] = [join(directory, `${round}`), join(directory, `own-${round}`)];
    figures.first.push(await generate(larger, 'all', '--out', out));
    figures.ownFirst.push(await generate(dream, 'all', '--out', ownOut));
    figures.again.push(await generate(larger, 'all', '--out', out));
    figures.ownAgain.push(await generate(dream, 'all', '--out', ownOut));
  }
  const languages = readdirSync(join(directory, '0/sdks')).toSorted().join(', ');
  const subject = `dream generate all (OpenAPI, pages, SDKs: ${languages}), ${operations} operations`;
  const own = `the same, Dream's own ${await operationCount(dream)} operations`;
  return [
    boundRow(`${subject}: into an empty folder`, 'CPU s', median(figures.first), 0.8),
    boundRow(`${subject}: nothing to write`, 'CPU s', median(figures.again), 0.3),
    reportRow(`${own}: into an empty folder`, 'CPU s', median(figures.ownFirst)),
    reportRow(`${own}: nothing to write`, 'CPU s', median(figures.ownAgain)),
    ...(await besideOthers(larger, directory)),
  ];
}

type Figures = Readonly<Record<'first' | 'again' | 'ownFirst' | 'ownAgain', number[]>>;

/** CPU seconds. */
async function generate(program: string, ...args: readonly string[]): Promise<number> {
  return (await runCommand({ program: node, args: [program, 'generate', ...args] })).cpu;
}

/** The document of the larger API, TypeScript alone, each in turn and into a folder of its own. */
async function besideOthers(larger: string, directory: string): Promise<readonly Row[]> {
  const tools = await installTools();
  if (tools === null) return [];
  const document = join(directory, '0/openapi/openapi.yaml');
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
  const peers = others.map(({ args, bin }) => async () => {
    const program = join(tools, 'node_modules/.bin', bin);
    return (await runCommand({ program, args, directory })).cpu;
  });
  let count = 0;
  const out = (): string => join(directory, `beside-${(count += 1)}`);
  const sdk = () => generate(larger, 'sdk', '--lang', 'typescript', '--out', out());
  const all = () => generate(larger, 'all', '--out', out());
  const [whole, ...found] = await roundRobin(roundsBeside, sdk, [all, ...peers]);
  return [
    ...found.map((measured, index) =>
      ratioRow(
        `dream generate sdk --lang typescript, ${operations} operations, beside ${others[index]?.name ?? ''}`,
        'CPU s',
        measured,
        null,
      ),
    ),
    ...(whole === undefined ? [] : [reportRow('in the same run: dream generate all', 'CPU s', whole.peer)]),
  ];
}
