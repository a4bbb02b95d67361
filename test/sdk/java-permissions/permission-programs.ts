import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { execa } from 'execa';
import { compiledJava } from '../java/compiled-java.ts';
import { javaFlags } from '../java/jdk.ts';

/** The parameters with which `java` runs a program of this folder, by its name below `dev.dream.sdk`. */
export async function permissionProgram(name: string): Promise<readonly string[]> {
  const { sdk } = await compiledJava();
  return [...javaFlags, '-cp', `${await compile(sdk)}${delimiter}${sdk}`, `dev.dream.sdk.${name}`];
}

/** Runs a program and gives the JSON that it prints. */
export async function printedBy(name: string, ...parameters: readonly string[]): Promise<unknown> {
  const { stdout } = await execa('java', [...(await permissionProgram(name)), ...parameters]);
  return JSON.parse(stdout);
}

/** The folder of the classes, which goes by what they were made of. Several test files may make it at the same time. */
async function compile(sdk: string): Promise<string> {
  const sources = globSync(join(import.meta.dirname, 'java/**/*.java')).toSorted();
  const content = [sdk, ...sources.map((path) => readFileSync(path, 'utf8'))].join('\n');
  const directory = join('node_modules/.cache', `java-permissions-${hash('sha256', content).slice(0, 12)}`);
  if (existsSync(directory)) return directory;
  const making = `${directory}-${process.pid}-${Math.random()}`;
  mkdirSync(making, { recursive: true });
  const jvm = javaFlags.map((flag) => `-J${flag}`);
  const options = ['--release', '17', '-Xlint:all', '-Werror', '-cp', sdk, '-d', making];
  await promisify(execFile)('javac', [...jvm, ...options, ...sources]);
  try {
    renameSync(making, directory);
  } catch {
    // Another was quicker, with the same classes.
    rmSync(making, { recursive: true });
  }
  return directory;
}
