// The tools of others, installed once into node_modules/.cache: they are no part of what `npm ci` installs.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';

const folder = import.meta.dirname;

/** Where they are; null, after a line that says so, on a machine without a registry. In CI that is an error. */
export async function installTools(): Promise<string | null> {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const directory = join(process.cwd(), 'node_modules/.cache/openapi-tools');
  const stamp = join(directory, 'installed');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return directory;
  mkdirSync(directory, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) copyFileSync(join(folder, name), join(directory, name));
  const options = ['--ignore-scripts', '--no-audit', '--no-fund'];
  const { exitCode, stderr } = await execa('npm', ['ci', ...options], { cwd: directory, reject: false });
  if (exitCode === 0) {
    writeFileSync(stamp, wanted);
    return directory;
  }
  if (process.env['CI'] === 'true') throw new Error(`the tools of others cannot be installed: ${stderr}`);
  process.stderr.write('The tools of others that read OpenAPI were not tried: npm cannot install them here.\n');
  return null;
}
