// The SDK for Java against the real control plane, and what its README shows.
import { rmSync } from 'node:fs';
import { delimiter } from 'node:path';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { useDatabases } from '../../support/databases.ts';
import { startSignedIn } from '../../support/signed-in.ts';
import { wholeTable } from '../../support/whole-table.ts';
import { compiledJava, javaParameters } from './compiled-java.ts';
import { hasJdk, javaFlags, jdkNeeds } from './jdk.ts';
import { compileSnippets } from './readme-snippets.ts';
import { notTried } from '../../support/not-tried.ts';

const databases = useDatabases('embedded');

async function startLive(): Promise<Readonly<Record<string, string>>> {
  const live = await startSignedIn(await databases.shared(), {}, { operations: wholeTable });
  return {
    DREAM_BASE_URL: await live.server.listen({ host: '127.0.0.1', port: 0 }),
    DREAM_SECRET_KEY: (await live.key()).headers['authorization']?.slice('Bearer '.length) ?? '',
    LIVE_PUBLISHABLE_KEY: live.publishableKey,
    LIVE_TOKEN: (await live.as('ada'))['authorization']?.slice('Bearer '.length) ?? '',
  };
}

if (hasJdk()) {
  test('P13 the client creates, lists, follows, exports and is refused as the server means it', async () => {
    const { stdout, stderr } = await execa('java', await javaParameters('Live'), { env: await startLive() });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({
      created: ['tenant-0', 'tenant-1', 'tenant-2', 'tenant-3', 'tenant-4'],
      isRecent: true,
      first: [2, true],
      listed: expect.arrayContaining(['acme', 'globex', 'tenant-1', 'tenant-2', 'tenant-3', 'tenant-4']),
      pages: [3, 3, 1],
      some: 3,
      refused: {
        code: 'tenants/not-found',
        status: 404,
        userMessage: expect.stringMatching(/^[A-Z].+\.$/u),
        hasRequestId: true,
      },
      isReplayed: true,
      replayed: 'true',
      event: expect.stringMatching(/./u),
      exported: true,
      pieces: true,
      types: expect.arrayContaining(['tenant.created']),
      user: 'ada',
    });
  });

  test('SC-015 every snippet of the README runs as it stands', async () => {
    const env = await startLive();
    const { sdk } = await compiledJava();
    const { folder, names } = await compileSnippets(sdk);
    try {
      expect(names.length).toBeGreaterThan(7);
      for (const name of names) {
        const { stderr } = await execa('java', [...javaFlags, '-cp', `${folder}${delimiter}${sdk}`, name], { env });
        expect(stderr).toBe('');
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
} else {
  notTried('the SDK for Java is not tried', jdkNeeds);
}
