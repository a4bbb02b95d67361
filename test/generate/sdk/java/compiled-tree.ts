import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { SdkFile } from '../../../../src/generate/sdk/api-description.ts';
import { compiledJava } from '../../../sdk/java/compiled-java.ts';
import { javaFlags } from '../../../sdk/java/jdk.ts';

/** Generated files, compiled. */
export interface CompiledTree {
  /** What javac says with all its warnings on, their comments among what it looks at; nothing, should all be well. */
  readonly messages: string;
  /** Where the classes are, and behind them those that are written by hand. */
  readonly classPath: string;
}

/** Compiles files below a folder, beside the hand-written classes of the SDK as it stands in `sdks/`. */
export async function compiledTree(directory: string, files: readonly SdkFile[]): Promise<CompiledTree> {
  const { sdk } = await compiledJava();
  const sources = files.filter(({ path }) => path.endsWith('.java'));
  for (const { path, text } of sources) {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const list = join(directory, 'sources.txt');
  writeFileSync(list, sources.map(({ path }) => join(directory, path)).join('\n'));
  const classes = join(directory, 'classes');
  const strict = ['-Xlint:all', '-Werror', '-Xdoclint:all/protected', '--release', '17', '-encoding', 'UTF-8'];
  const all = [...javaFlags.map((flag) => `-J${flag}`), ...strict, '-cp', sdk, '-d', classes, `@${list}`];
  const { status, stderr, stdout } = spawnSync('javac', all, { encoding: 'utf8' });
  const messages = `${stdout}${stderr}`;
  return {
    messages: status === 0 ? messages : `status ${status}\n${messages}`,
    classPath: [classes, sdk].join(delimiter),
  };
}
