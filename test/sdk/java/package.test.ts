// What Maven makes of the SDK for Java, a module of somebody else that uses it, and its filters in a container. The long
// run alone has the time: Maven fetches its plugins where they are not kept yet.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import product from '../../../package.json' with { type: 'json' };
import { startApplication } from '../java-middleware/java-application.ts';
import { scriptedServer, tokenOf } from '../java-middleware/scripted-server.ts';
import { hasJdk, javaFlags, jdkNeeds } from './jdk.ts';
import { packWithMaven } from './pack-with-maven.ts';
import { notTried } from '../../support/not-tried.ts';

const hasMaven = spawnSync('mvn', ['--version'], { stdio: 'ignore' }).status === 0;

if (hasJdk() && hasMaven) {
  let folder: string;
  let told: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dream-java-package-'));
    told = await packWithMaven(folder);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  test('SC-015 mvn package builds the jars, their sources and their documentation without a warning', async () => {
    expect(told.split('\n').filter((line) => /warning|error/iu.test(line))).toEqual([]);
    const artifacts = ['target/dream-sdk', 'servlet/target/dream-sdk-servlet', 'flags/target/dream-sdk-flags'];
    const jars = artifacts.flatMap((name) =>
      ['', '-sources', '-javadoc'].map((kind) => join(folder, 'sdk', `${name}-${product.version}${kind}.jar`)),
    );
    const names = await Promise.all(jars.map(async (jar) => (await execa('jar', ['tf', jar])).stdout.split('\n')));
    expect(names[0]).toEqual(
      expect.arrayContaining(['module-info.class', 'META-INF/LICENSE', 'dev/dream/sdk/Dream.class']),
    );
    expect(names[0]?.filter((name) => /servlet|sdk.flags/u.test(name))).toEqual([]);
    expect(names[1]).toContain('dev/dream/sdk/Dream.java');
    expect(names[2]).toContain('dev.dream.sdk/dev/dream/sdk/Dream.html');
    expect(names[3]?.filter((name) => name.endsWith('.class') && !name.startsWith('dev/dream/sdk/servlet/'))).toEqual([
      'module-info.class',
    ]);
    expect(names[3]).toContain('META-INF/LICENSE');
    expect(names[5]).toContain('dev.dream.sdk.servlet/dev/dream/sdk/servlet/ServletMiddleware.html');
    const ofFlags = names[6]?.filter((name) => name.endsWith('.class'));
    expect(ofFlags).toEqual(expect.arrayContaining(['module-info.class', 'dev/dream/sdk/flags/FlagClient.class']));
    expect(ofFlags?.filter((name) => !/^(?:dev\/dream\/sdk\/flags\/.*|module-info\.class)$/u.test(name))).toEqual([]);
    expect(names[6]).toContain('META-INF/LICENSE');
    expect(names[8]).toContain('dev.dream.sdk.flags/dev/dream/sdk/flags/FlagClient.html');
    const sizes = [jars[0], jars[6]].map((jar = '') => statSync(jar).size);
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(900_000);
  });

  test('a module of somebody else uses it, and sees nothing of what is none of its business', async () => {
    const jar = ['sdk/target/classes', 'sdk/flags/target/classes'].map((path) => join(folder, path)).join(delimiter);
    const exportsOf = async (name: string): Promise<readonly string[]> => {
      const { stdout: described } = await execa('java', ['-p', jar, '--describe-module', name]);
      return [...described.matchAll(/^exports (\S+)$/gmu)].map(([, exported = '']) => exported);
    };
    const exported = await exportsOf('dev.dream.sdk');
    expect(await exportsOf('dev.dream.sdk.flags')).toEqual(['dev.dream.sdk.flags']);
    expect(exported).toEqual(expect.arrayContaining(['dev.dream.sdk', 'dev.dream.sdk.errors', 'dev.dream.sdk.types']));
    expect(exported.filter((name) => name.includes('internal'))).toEqual([]);
    const classes = join(folder, 'consumer');
    const sources = ['module-info.java', 'consumer/Consumer.java'].map((path) =>
      resolve('test/sdk/java/consumer', path),
    );
    const options = ['-encoding', 'UTF-8', '--release', '17', '-Xlint:all', '-Werror', '-p', jar, '-d', classes];
    await execa('javac', [...options, ...sources]);
    const path = [jar, classes].join(delimiter);
    const { stdout } = await execa('java', ['-p', path, '-m', 'consumer/consumer.Consumer']);
    expect(stdout).toBe('ConnectionException tenant.created true');
  });

  test.each(['tomcat', 'jetty'])(
    'P02 P03 its filters let through, refuse and answer errors in %s',
    async (container) => {
      const target = join(folder, 'application/target');
      const jars = readdirSync(join(target, 'dependency')).map((name) => join(target, 'dependency', name));
      const path = [join(target, 'classes'), ...jars].join(delimiter);
      const { asked, said, url, user } = await scriptedServer();
      const parameters = [...javaFlags, '-cp', path, 'ServletApplication', container, join(folder, container)];
      const keys = { DREAM_BASE_URL: url, DREAM_PUBLISHABLE_KEY: 'pk_test_1', DREAM_SECRET_KEY: 'sk_test_1' };
      const { ask } = await startApplication(parameters, keys);
      const headers = { authorization: `Bearer ${tokenOf({ sub: 'ada' })}`, 'x-request-id': 'r1' };
      const error = (code: string) => ({ success: false, error: expect.objectContaining({ code, requestId: 'r1' }) });

      const me = await ask('/api/me', headers);
      expect([me.status, me.body, me.headers['x-request-id']]).toEqual([200, 'ada of acme in r1', 'r1']);
      const approve = async (more: object) =>
        ask('/api/approve?invoice=42', { ...headers, ...more }, { method: 'POST' });
      expect(await approve({})).toMatchObject({ status: 200, body: 'ada of acme' });
      said.me = { status: 200, json: { id: 'bob', tenantId: 'acme', roles: [], permissions: ['invoice:approve:own'] } };
      const bob = { authorization: `Bearer ${tokenOf({ sub: 'bob' })}` };
      expect(await approve(bob)).toMatchObject({ status: 409, body: error('plans/none') });
      said.check = { status: 200, json: { allowed: false } };
      expect(await approve(bob)).toMatchObject({ status: 403, body: error('access/permission-denied') });
      const refused = await ask('/api/me', { 'x-request-id': 'r1' });
      expect(refused).toMatchObject({ status: 401, body: error('auth/missing-credentials') });
      expect(refused.headers['www-authenticate']).toBe('Bearer');
      const about = JSON.stringify({ action: 'approve', resource: { type: 'invoice', id: '42' } });
      // How often, goes by how long the machine takes.
      expect(new Set(asked.map((one) => one.replace(/pk_\S+ \S+/u, 'as')))).toEqual(
        new Set(['/v1/me - as', `/v1/access/check acme as ${about}`]),
      );

      // Another middleware asks for itself.
      said.me = { status: 200, json: { id: 'eve', tenantId: 'staff', roles: [], permissions: ['invoice:*'] } };
      const eve = { ...headers, authorization: `Bearer ${tokenOf({ sub: 'eve' })}` };
      expect(await ask('/api/desk', eve)).toMatchObject({ status: 200, body: 'eve of staff in r1' });
      expect(asked.at(-1)).toMatch(/^\/v1\/me staff /u);
      said.me = { status: 200, json: user };

      const broken = await ask('/api/broken', headers);
      expect([broken.status, broken.body]).toEqual([409, error('seats/taken')]);
      expect(broken.headers).toMatchObject({
        'content-type': expect.stringMatching(/^application\/json; ?charset=utf-8$/iu),
        'content-security-policy': "default-src 'none'",
        'set-cookie': 'seen=1',
        'cache-control': 'no-store',
        'x-request-id': 'r1',
        vary: 'Origin, Accept',
      });
      expect([broken.headers['etag'], broken.headers['content-encoding']]).toEqual([undefined, undefined]);
      // What the container sets by itself, and puts back, is there once.
      expect(broken.headers['date']).toMatch(/^\w+, [^,]+$/u);
      expect((await ask('/api/session', headers)).headers['set-cookie']).toMatch(/^JSESSIONID=[^,]+$/u);
      expect(await ask('/api/wrapped', headers)).toMatchObject({ status: 409, body: error('seats/taken') });
      // What a page includes is refused with the page.
      expect(await ask('/api/page', headers)).toMatchObject({ status: 403, body: error('access/permission-denied') });
      expect(await ask('/api/overflow', headers)).toMatchObject({ status: 500, body: error('internal/error') });
      expect(await ask('/nobody', headers)).toMatchObject({ status: 500, body: error('internal/error') });

      // What has begun, what goes on elsewhere, and what is answered already is the container's.
      expect(await ask('/api/later', headers)).toMatchObject({ status: 200, body: 'ada of acme in r1' });
      await expect(ask('/api/begun', headers)).rejects.toThrow();
      if (container === 'jetty') {
        const astray = await ask('/api/astray', headers);
        expect([astray.status, astray.body]).toEqual([500, expect.stringContaining('<html')]);
      } else await expect(ask('/api/astray', headers)).rejects.toThrow();
      expect(await ask('/api/unavailable', headers)).toMatchObject({
        status: 503,
        body: expect.stringContaining('<html'),
      });
    },
  );
} else {
  notTried('the SDK for Java is not packed', hasJdk() ? 'Maven as mvn' : jdkNeeds);
}
