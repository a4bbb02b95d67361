// The SDK as others get it: packed by npm, unpacked into the node_modules of a folder of its own. It is built of
// sdks/typescript with the tools of this repository, and nothing is downloaded.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type * as Exports from '../../../sdks/typescript/src/index.ts';

export type Sdk = typeof Exports;

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '../../..');
const bin = join(root, 'node_modules/.bin');
const env = { ...process.env, PATH: [bin, process.env['PATH']].join(delimiter) };

const compilerOptions = {
  target: 'es2023',
  lib: ['es2023'],
  module: 'nodenext',
  types: ['node'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  skipLibCheck: false,
};

export class InstalledPackage {
  readonly directory: string;
  /** Of the package, by path. */
  readonly files: readonly string[];

  private constructor(directory: string, files: readonly string[]) {
    this.directory = directory;
    this.files = files;
  }

  static async pack(): Promise<InstalledPackage> {
    const directory = await mkdtemp(join(tmpdir(), 'dream-sdk-'));
    const source = join(directory, 'source');
    await cp(join(root, 'sdks/typescript'), source, { recursive: true });
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', directory], { cwd: source, env });
    const [packed]: { filename: string; files: { path: string }[] }[] = JSON.parse(stdout.slice(stdout.indexOf('[\n')));
    if (packed === undefined) throw new Error(`npm packed nothing: ${stdout}`);
    const home = join(directory, 'node_modules/dream-sdk');
    await mkdir(home, { recursive: true });
    await run('tar', ['-xzf', join(directory, packed.filename), '-C', home, '--strip-components', '1']);
    for (const guest of ['express', 'fastify', '@types', 'undici-types']) {
      await symlink(join(root, 'node_modules', guest), join(directory, 'node_modules', guest));
    }
    await writeFile(join(directory, 'package.json'), '{ "type": "module" }');
    await writeFile(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    return new InstalledPackage(directory, packed.files.map(({ path }) => path).toSorted());
  }

  /** What an application gets that imports the package, or a part of it, by its name. */
  async load<T = Sdk>(name = 'dream-sdk'): Promise<T> {
    const entry = createRequire(join(this.directory, 'index.js')).resolve(name);
    const loaded: T = await import(pathToFileURL(entry).href);
    return loaded;
  }

  /** Compiles programs of whoever uses the package, as strictly as can be: `one` becomes `one.js`. What it complains of. */
  async compile(programs: Readonly<Record<string, string>>): Promise<string> {
    for (const [name, text] of Object.entries(programs)) await writeFile(join(this.directory, `${name}.ts`), text);
    return await run('tsc', [], { cwd: this.directory, env }).then(
      () => '',
      (error: unknown) => (error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)),
    );
  }

  /** Runs a compiled program to its end. What it wrote, line by line. */
  async run(name: string, variables: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
    const { stdout } = await run(process.execPath, [join(this.directory, `${name}.js`)], {
      cwd: this.directory,
      env: { ...env, ...variables },
    });
    return stdout.trimEnd().split('\n');
  }

  dispose(): Promise<void> {
    return rm(this.directory, { recursive: true, force: true });
  }
}
