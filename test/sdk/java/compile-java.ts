import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { javaFlags } from './jdk.ts';

const cache = join('node_modules', '.cache');
const day = 86_400_000;

/** The SDK for Java and the programs of this folder, compiled. */
export interface CompiledJava {
  /** The class path of the SDK: the classes of it and of its flags, each with their module-info. */
  readonly sdk: string;
  /** The folder of the classes of the programs. */
  readonly programs: string;
  /** What javac had to say with all its warnings on; empty, should all be well. */
  readonly messages: string;
}

/** Compiles what is not compiled yet; what is goes by a hash of its sources, and is kept beside the installed packages. */
export async function compileJava(): Promise<CompiledJava> {
  removeOld();
  // What is wrong with comments on what users see is told too; comments on what is private are nobody's duty.
  const strict = ['-Xlint:all', '-Xdoclint:all/protected', '-Xmaxwarns', '1000'];
  const client = await compiled('sdk', 'sdks/java/src/main/java/**/*.java', strict);
  const flags = await compiled('flags', 'sdks/java/flags/src/main/java/**/*.java', [...strict, '-p', client]);
  const sdk = [client, flags].join(delimiter);
  const programs = await compiled('programs', 'test/sdk/java/*.java', ['-cp', sdk, '-Xlint:all', '-Werror']);
  const messages = [client, flags].map((directory) => readFileSync(messagesOf(directory), 'utf8')).join('');
  return { sdk, programs, messages };
}

/** The folder of the classes. They are made in another one, so that a run that was ended leaves nothing that looks whole. */
async function compiled(name: string, pattern: string, options: readonly string[]): Promise<string> {
  const sources = globSync(pattern).toSorted();
  const content = sources.map((path) => `${path}\n${readFileSync(path, 'utf8')}`).join('\n');
  const directory = join(cache, `java-${name}-${hash('sha256', `${options.join(' ')}\n${content}`).slice(0, 12)}`);
  if (existsSync(directory)) return directory;
  const making = `${directory}-${process.pid}`;
  mkdirSync(making, { recursive: true });
  writeFileSync(join(making, 'sources.txt'), sources.join('\n'));
  const jvm = javaFlags.map((flag) => `-J${flag}`);
  const all = [...jvm, '--release', '17', ...options, '-d', making, `@${join(making, 'sources.txt')}`];
  const { failed, messages } = await run('javac', all);
  if (failed) {
    rmSync(making, { recursive: true });
    throw new Error(`javac refuses the ${name} of the SDK for Java:\n${messages}`);
  }
  writeFileSync(messagesOf(making), messages);
  if (existsSync(directory)) rmSync(making, { recursive: true });
  else renameSync(making, directory);
  return directory;
}

function messagesOf(directory: string): string {
  return join(directory, 'javac.txt');
}

function run(program: string, parameters: readonly string[]): Promise<{ failed: boolean; messages: string }> {
  return new Promise((resolve) => {
    execFile(program, parameters, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      resolve({ failed: error !== null, messages: `${stdout}${stderr}` });
    });
  });
}

/** Each change of a source makes a folder; those of other days are of no use. */
function removeOld(): void {
  for (const directory of globSync(`${cache}/java-*`)) {
    if (Date.now() - statSync(directory).mtimeMs > day) rmSync(directory, { recursive: true, force: true });
  }
}
