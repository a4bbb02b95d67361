// What Maven makes of the SDK for Java, and a module of somebody else that uses it. The long run alone has the time:
// Maven fetches its plugins where they are not kept yet.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import product from '../../../package.json' with { type: 'json' };
import { hasJdk, jdkNeeds } from './jdk.ts';

const hasMaven = spawnSync('mvn', ['--version'], { stdio: 'ignore' }).status === 0;
const repository = resolve('node_modules/.cache/maven');

if (hasJdk() && hasMaven) {
  let folder: string;
  let told: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dream-java-package-'));
    cpSync('sdks/java', folder, { recursive: true });
    mkdirSync(repository, { recursive: true });
    const options = ['--batch-mode', '--no-transfer-progress', `-Dmaven.repo.local=${repository}`];
    const { all } = await execa('mvn', [...options, 'package'], { cwd: folder, all: true });
    told = all;
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('SC-015 mvn package builds the jar, its sources and its documentation without a warning', async () => {
    expect(told.split('\n').filter((line) => /warning|error/iu.test(line))).toEqual([]);
    const jars = ['', '-sources', '-javadoc'].map((kind) =>
      join(folder, 'target', `dream-sdk-${product.version}${kind}.jar`),
    );
    const names = await Promise.all(jars.map(async (jar) => (await execa('jar', ['tf', jar])).stdout.split('\n')));
    expect(names[0]).toEqual(
      expect.arrayContaining(['module-info.class', 'META-INF/LICENSE', 'dev/dream/sdk/Dream.class']),
    );
    expect(names[1]).toContain('dev/dream/sdk/Dream.java');
    expect(names[2]).toContain('dev.dream.sdk/dev/dream/sdk/Dream.html');
    expect(statSync(jars[0] ?? '').size).toBeLessThanOrEqual(900_000);
  });

  test('a module of somebody else uses it, and sees nothing of what is none of its business', async () => {
    const jar = join(folder, 'target/classes');
    const { stdout: described } = await execa('java', ['-p', jar, '--describe-module', 'dev.dream.sdk']);
    const exported = [...described.matchAll(/^exports (\S+)$/gmu)].map(([, name = '']) => name);
    expect(exported).toEqual(expect.arrayContaining(['dev.dream.sdk', 'dev.dream.sdk.errors', 'dev.dream.sdk.types']));
    expect(exported.filter((name) => name.includes('internal'))).toEqual([]);
    const classes = join(folder, 'consumer');
    const sources = ['module-info.java', 'consumer/Consumer.java'].map((path) =>
      resolve('test/sdk/java/consumer', path),
    );
    await execa('javac', [
      '-encoding',
      'UTF-8',
      '--release',
      '17',
      '-Xlint:all',
      '-Werror',
      '-p',
      jar,
      '-d',
      classes,
      ...sources,
    ]);
    const path = [jar, classes].join(delimiter);
    const { stdout } = await execa('java', ['-p', path, '-m', 'consumer/consumer.Consumer']);
    expect(stdout).toBe('ConnectionException tenant.created');
  });
} else {
  test(`the SDK for Java is not packed: there is no ${hasJdk() ? 'Maven as mvn' : jdkNeeds}`, () => {
    expect(process.env['CI']).not.toBe('true');
  });
}
