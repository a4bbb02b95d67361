// A project in a temporary folder on which the gates of `npm run check` are proven: it holds the real gates with the
// real configuration and a handful of lawful files, passes every gate, and fails when a violation is planted.
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { gates } from '../../scripts/check/gates.ts';

/** Files by path, as text. */
export interface Plants {
  readonly [path: string]: string;
}

export interface GateRun {
  readonly passed: boolean;
  readonly output: string;
}

const root = resolve(import.meta.dirname, '../..');

const tooling = [
  'package.json',
  'tsconfig.json',
  'biome.json',
  'knip.json',
  '.oxlintrc.json',
  '.dependency-cruiser.mjs',
  'scripts/check',
  'scripts/check.ts',
];

/** A small lawful tree: every room that rules speak of, with one lawful import where rooms meet. */
const lawful: Plants = {
  'src/engine/amount.ts': 'export const amount = 1;\n',
  'src/host/contract.ts': 'export interface Host {\n  readonly name: string;\n}\n',
  'src/host/local-host.ts':
    "import { hostname } from 'node:os';\nimport type { Host } from './contract.ts';\n\nexport const host: Host = { name: hostname() };\n",
  'src/views/amount-view.ts': "import { amount } from '../engine/amount.ts';\n\nexport const shown = String(amount);\n",
  'src/db/orders.ts':
    "import { integer, pgTable } from 'drizzle-orm/pg-core';\n\nexport const orders = pgTable('orders', { id: integer().primaryKey() });\n",
  'src/components/index.ts':
    "// The list.\nexport { alpha } from './alpha/index.ts';\nexport { beta } from './beta/index.ts';\n",
  'src/components/alpha/index.ts': "import { size } from './size.ts';\n\nexport const alpha = size;\n",
  'src/components/alpha/size.ts': "import { amount } from '../../engine/amount.ts';\n\nexport const size = amount;\n",
  'src/components/beta/index.ts': 'export const beta = 2;\n',
  'src/app/start.ts':
    "import { alpha, beta } from '../components/index.ts';\nimport { host } from '../host/local-host.ts';\n\nexport const started = { alpha, beta, host };\n",
  'src/commands/start.ts': "import { started } from '../app/start.ts';\n\nexport const command = started;\n",
};

export class PlantedProject {
  readonly directory: string;

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** The small lawful tree with the real gates. */
  static async lawful(): Promise<PlantedProject> {
    const project = await PlantedProject.copy(tooling);
    await project.plant(lawful);
    return project;
  }

  /** Copies of the given files and folders of this repository; `node_modules` is a link. */
  static async copy(paths: readonly string[]): Promise<PlantedProject> {
    const directory = await mkdtemp(join(tmpdir(), 'dream-planted-'));
    await symlink(join(root, 'node_modules'), join(directory, 'node_modules'));
    for (const path of paths) await cp(join(root, path), join(directory, path), { recursive: true });
    return new PlantedProject(directory);
  }

  async plant(files: Plants): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(this.directory, path)), { recursive: true });
      await writeFile(join(this.directory, path), text);
    }
  }

  async uproot(...paths: readonly string[]): Promise<void> {
    for (const path of paths) await rm(join(this.directory, path), { recursive: true });
  }

  /** Runs a gate exactly as `npm run check` does, plus `options` for a terser report. */
  run(name: string, ...options: readonly string[]): Promise<GateRun> {
    const gate = gates.find((candidate) => candidate.name === name);
    if (gate === undefined) throw new RangeError(`no gate is called ${name}`);
    return this.execute(...gate.command, ...options);
  }

  /** Runs the runner itself, over the gates named. */
  check(...names: readonly string[]): Promise<GateRun> {
    return this.execute('node', 'scripts/check.ts', ...names);
  }

  execute(program = '', ...options: readonly string[]): Promise<GateRun> {
    // Programs planted in bin-first/ go before the real ones.
    const path = [join(this.directory, 'bin-first'), join(root, 'node_modules/.bin'), process.env['PATH']];
    const env = { ...process.env, PATH: path.join(delimiter), NO_COLOR: '1' };
    return new Promise((done) => {
      execFile(program, options, { cwd: this.directory, env, maxBuffer: 16 << 20 }, (error, stdout, stderr) => {
        done({ passed: error === null, output: stdout + stderr });
      });
    });
  }

  async dispose(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}
