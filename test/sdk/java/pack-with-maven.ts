import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { execa } from 'execa';
import product from '../../../package.json' with { type: 'json' };

const repository = resolve('node_modules/.cache/maven');

const modules = ['sdk', 'sdk/flags', 'sdk/servlet', 'application'];

/**
 * Packs the SDK, its flags, its filters, and an application that has them from the README, all in a folder: `sdk`,
 * `sdk/flags`, `sdk/servlet` and `application`, with the jars of whatever that needs in `application/target/dependency`. Gives what Maven had to say.
 */
export async function packWithMaven(folder: string): Promise<string> {
  cpSync('sdks/java', join(folder, 'sdk'), { recursive: true });
  cpSync('test/sdk/java/servlet', join(folder, 'application'), { recursive: true });
  const pom = join(folder, 'application/pom.xml');
  writeFileSync(pom, readFileSync(pom, 'utf8').replace('VERSION', product.version));
  for (const { name, text } of classesOf(readFileSync('sdks/java/servlet/README.md', 'utf8'))) {
    writeFileSync(join(folder, 'application', `${name}.java`), text);
  }
  writeFileSync(join(folder, 'pom.xml'), everything);
  mkdirSync(repository, { recursive: true });
  const options = ['--batch-mode', '--no-transfer-progress', `-Dmaven.repo.local=${repository}`];
  const { all } = await execa('mvn', [...options, 'package'], { cwd: folder, all: true });
  return all;
}

/** Nothing but what is packed together. */
const everything = `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>dev.dream.test</groupId>
  <artifactId>everything</artifactId>
  <version>0</version>
  <packaging>pom</packaging>
  <modules>${modules.map((name) => `<module>${name}</module>`).join('')}</modules>
</project>
`;

/** The classes of a README, each with what it imports. */
function classesOf(readme: string): readonly { readonly name: string; readonly text: string }[] {
  return [...readme.matchAll(/```java\n(.*?)```/gsu)].flatMap(([, text = '']) => {
    const name = /^public final class (\w+)/mu.exec(text)?.[1];
    return name === undefined ? [] : [{ name, text }];
  });
}
