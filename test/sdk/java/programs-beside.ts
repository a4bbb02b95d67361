import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { execa } from 'execa';
import { compiledJava } from './compiled-java.ts';
import { javaFlags } from './jdk.ts';

/** The parameters with which `java` runs a program below the `java` folder of a folder, by its name below `dev.dream.sdk`. */
export async function programBeside(folder: string, name: string): Promise<readonly string[]> {
  const { sdk } = await compiledJava();
  return [...javaFlags, '-cp', `${await compile(folder, sdk)}${delimiter}${sdk}`, `dev.dream.sdk.${name}`];
}

/** Runs such a program and gives the JSON that it prints. */
export async function printedBeside(folder: string, name: string, ...parameters: readonly string[]): Promise<unknown> {
  const { stdout } = await execa('java', [...(await programBeside(folder, name)), ...parameters]);
  return JSON.parse(stdout);
}

/** The folder of the classes, which goes by what they were made of. Several test files may make it at the same time. */
async function compile(folder: string, sdk: string): Promise<string> {
  const sources = globSync(join(folder, 'java/**/*.java')).toSorted();
  const content = [sdk, ...sources.map((path) => readFileSync(path, 'utf8'))].join('\n');
  const directory = join('node_modules/.cache', `${basename(folder)}-${hash('sha256', content).slice(0, 12)}`);
  if (existsSync(directory)) return directory;
  const making = `${directory}-${process.pid}-${Math.random()}`;
  mkdirSync(making, { recursive: true });
  const jvm = javaFlags.map((flag) => `-J${flag}`);
  const options = ['-encoding', 'UTF-8', '--release', '17', '-Xlint:all', '-Werror', '-cp', sdk, '-d', making];
  await promisify(execFile)('javac', [...jvm, ...options, ...sources]);
  try {
    renameSync(making, directory);
  } catch {
    // Another was quicker, with the same classes.
    rmSync(making, { recursive: true });
  }
  return directory;
}
