/**
 * Brings every file that is derived from models/ up to date; with `--check`, only says which are not.
 *
 *   node scripts/generate.ts [--check] [--models DIR] [--out DIR]
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { formatProblem, generate } from '../src/generate/index.ts';
import { staleFiles, writeFiles } from './generated-files.ts';

const project = join(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    models: { type: 'string', default: join(project, 'models') },
    out: { type: 'string', default: project },
  },
});

const { files, problems } = await generate(await readModels(options.models));
if (problems.length > 0) {
  for (const problem of problems) console.error(formatProblem(problem));
  process.exitCode = 1;
} else if (options.check) {
  const stale = await staleFiles(options.out, files);
  for (const path of stale) console.error(`${path} is not what models/ says; run: npm run generate`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  const written = await writeFiles(options.out, files);
  for (const path of written) console.log(path);
  console.log(`${files.length} generated files, ${written.length} changed`);
}

async function readModels(folder: string): Promise<{ path: string; text: string }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    paths
      .sort()
      .map(async (path) => ({ path: relative(folder, path).split(sep).join('/'), text: await readFile(path, 'utf8') })),
  );
}
