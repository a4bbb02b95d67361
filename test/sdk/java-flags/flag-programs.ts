import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { compiledJava } from '../java/compiled-java.ts';
import { javaFlags } from '../java/jdk.ts';

let compiled: Promise<string> | undefined;

/** The parameters with which `java` runs a program of this folder against the SDK. */
export async function flagProgram(name: string): Promise<readonly string[]> {
  const { sdk } = await compiledJava();
  compiled ??= compile(sdk);
  return [...javaFlags, '-cp', `${await compiled}${delimiter}${sdk}`, `dev.dream.sdk.flags.${name}`];
}

/** The folder of the classes, which goes by what they were made of. Several test files may make it at the same time. */
async function compile(sdk: string): Promise<string> {
  const sources = globSync(join(import.meta.dirname, 'java/**/*.java')).toSorted();
  const content = [sdk, ...sources.map((path) => readFileSync(path, 'utf8'))].join('\n');
  const directory = join('node_modules/.cache', `java-flags-${hash('sha256', content).slice(0, 12)}`);
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
