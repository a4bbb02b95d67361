import { readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import type * as Exports from '../../../sdks/typescript/src/index.ts';

export type Sdk = typeof Exports;

export interface PackedSdk {
  /** What an application gets that installed the package. */
  readonly sdk: Sdk;
  /** The folder of the application. */
  readonly application: string;
  /** Paths in the package. */
  readonly files: readonly string[];
  remove(): Promise<void>;
}

/** Builds the SDK as its own settings say, packs it, and loads it by its name from where the package was unpacked. */
export async function packSdk(): Promise<PackedSdk> {
  const directory = await mkdtemp(join(tmpdir(), 'dream-sdk-'));
  const source = join(directory, 'source');
  const application = join(directory, 'application');
  await cp('sdks/typescript', source, { recursive: true });
  await execa('npm', ['run', 'build'], { cwd: source, preferLocal: true, localDir: process.cwd() });
  const packed = await execa('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', directory], {
    cwd: source,
  });
  const told: readonly { readonly files: readonly { readonly path: string }[] }[] = Object.values(
    JSON.parse(packed.stdout),
  );
  const tarball = readdirSync(directory).find((name) => name.endsWith('.tgz')) ?? '';
  const installed = join(application, 'node_modules', 'dream-sdk');
  await mkdir(installed, { recursive: true });
  await execa('tar', ['-xzf', join(directory, tarball), '-C', installed, '--strip-components=1']);
  const entry = createRequire(join(application, 'index.js')).resolve('dream-sdk');
  const sdk: Sdk = await import(pathToFileURL(entry).href);
  return {
    sdk,
    application,
    files: told.flatMap(({ files }) => files.map(({ path }) => path)),
    remove: () => rm(directory, { recursive: true }),
  };
}
