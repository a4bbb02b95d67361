import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { javaFlags } from './jdk.ts';

/** The snippets of a README, each the body of a class of its own: what it imports stays above, as it is. */
function snippetClasses(readme: string): readonly { readonly name: string; readonly text: string }[] {
  return [...readme.matchAll(/```java\n(.*?)```/gsu)].map(([, code = ''], index) => {
    const lines = code.split('\n');
    const body = lines.findIndex((line) => line !== '' && !line.startsWith('import '));
    const name = `Snippet${index}`;
    const imports = lines.slice(0, body).join('\n');
    const main = `public static void main(String[] arguments) throws Exception {\n${lines.slice(body).join('\n')}}`;
    return { name, text: `${imports}\npublic final class ${name} {\n${main}\n}\n` };
  });
}

/** Compiles the snippets of the README against the SDK, all at once. Gives the folder of the classes and their names. */
export async function compileSnippets(
  sdk: string,
): Promise<{ readonly folder: string; readonly names: readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'dream-java-readme-'));
  const classes = snippetClasses(readFileSync('sdks/java/README.md', 'utf8'));
  const files = classes.map(({ name, text }) => {
    const file = join(folder, `${name}.java`);
    writeFileSync(file, text);
    return file;
  });
  const jvm = javaFlags.map((flag) => `-J${flag}`);
  await promisify(execFile)('javac', [...jvm, '--release', '17', '-cp', sdk, '-d', folder, ...files]);
  return { folder, names: classes.map(({ name }) => name) };
}
