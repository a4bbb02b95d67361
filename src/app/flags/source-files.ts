import { extname } from 'node:path';
import { execa } from 'execa';
import type { Host } from '../../host/contract.ts';

/** Languages in which products are written. */
const extensions: ReadonlySet<string> = new Set(
  '.ts .tsx .mts .cts .js .jsx .mjs .cjs .vue .svelte .astro .html .py .java .kt .kts .go .rb .erb .swift .cs .cshtml .razor .m .scala .php .rs .dart'.split(
    ' ',
  ),
);

/** Where nothing of one's own is written. */
const foreign: ReadonlySet<string> = new Set([
  'node_modules',
  'vendor',
  'dist',
  'build',
  'target',
  'bin',
  'obj',
  'Pods',
]);

/**
 * Source files below a directory, relative to it with `/` between names, sorted. Git says which of them are ignored;
 * outside of a repository, hidden folders and those of installed or built code are passed over.
 */
export async function sourceFiles(directory: string, host: Host): Promise<readonly string[]> {
  const listed = (await gitFiles(directory)) ?? (await walk(directory, '', host));
  return listed.filter((path) => extensions.has(extname(path))).toSorted();
}

/** Null where Git is absent or the directory is in no repository. */
async function gitFiles(directory: string): Promise<readonly string[] | null> {
  const options = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const { exitCode, stdout } = await execa('git', ['-C', directory, ...options], { reject: false });
  return exitCode === 0 ? stdout.split('\0').filter((path) => path !== '') : null;
}

async function walk(directory: string, below: string, host: Host): Promise<readonly string[]> {
  const entries = await host.files.list(below === '' ? directory : `${directory}/${below}`);
  const inner = await Promise.all(
    entries.map(async ({ name, type }): Promise<readonly string[]> => {
      const path = below === '' ? name : `${below}/${name}`;
      if (type === 'file') return [path];
      if (type !== 'directory' || name.startsWith('.') || foreign.has(name)) return [];
      return walk(directory, path, host);
    }),
  );
  return inner.flat();
}
