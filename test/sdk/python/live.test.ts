// The SDK for Python against the real control plane, and what its README shows.
import { readFileSync } from 'node:fs';
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { useDatabases } from '../../support/databases.ts';
import { startSignedIn } from '../../support/signed-in.ts';
import { wholeTable } from '../../support/whole-table.ts';
import { hasPython } from './python-environment.ts';
import { notTried } from '../../support/not-tried.ts';

const databases = useDatabases('embedded');

async function startLive(): Promise<Readonly<Record<string, string>>> {
  const live = await startSignedIn(await databases.shared(), {}, { operations: wholeTable });
  return {
    DREAM_BASE_URL: await live.server.listen({ host: '127.0.0.1', port: 0 }),
    DREAM_SECRET_KEY: (await live.key()).headers['authorization']?.slice('Bearer '.length) ?? '',
    LIVE_PUBLISHABLE_KEY: live.publishableKey,
    LIVE_TOKEN: (await live.as('ada'))['authorization']?.slice('Bearer '.length) ?? '',
    PYTHONPATH: 'sdks/python/src',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONWARNINGS: 'error::ResourceWarning',
  };
}

if (hasPython()) {
  test('P13 both clients create, list, follow, export and are refused as the server means it', async () => {
    const { stdout, stderr } = await execa('python3', ['test/sdk/python/live.py'], { env: await startLive() });
    expect(stderr).toBe('');
    const userMessage = expect.stringMatching(/^[A-Z].+\.$/u);
    const tenants = ['acme', 'globex', 'tenant-1', 'tenant-2', 'tenant-3', 'tenant-4'];
    expect(JSON.parse(stdout)).toMatchObject({
      sync: {
        created: ['UTC', 'UTC', 'UTC', 'UTC', 'UTC'],
        first: [2, true],
        listed: expect.arrayContaining(tenants),
        pages: [3, 3, 1],
        some: 3,
        refused: { code: 'tenants/not-found', status: 404, userMessage, hasRequestId: true },
        isReplayed: true,
        replayed: 'true',
        exported: true,
        pieces: true,
        types: expect.arrayContaining(['tenant.created']),
        users: 'ada',
      },
      async: { first: 2, found: true, refused: userMessage, raw: [200, 1, true], exported: true },
    });
  });

  test('SC-015 every snippet of the README runs as it stands', async () => {
    const env = await startLive();
    const readme = readFileSync('sdks/python/README.md', 'utf8');
    const snippets = [...readme.matchAll(/```python\n(.*?)```/gsu)].map(([, code = '']) => code);
    expect(snippets.length).toBeGreaterThan(7);
    for (const snippet of snippets) {
      const { stderr } = await execa('python3', ['-c', snippet], { env });
      expect(stderr).toBe('');
    }
  });

  test('SC-015 importing it and making a client loads few modules, and neither ssl nor http', async () => {
    const program =
      'import sys; before = set(sys.modules); import dream_sdk; client = dream_sdk.Dream(base_url="http://127.0.0.1"); ' +
      'made = set(sys.modules); client.tenants; print(len(made - before), *sorted(set(sys.modules) - before))';
    const { stdout } = await execa('python3', [
      '-I',
      '-S',
      '-c',
      `import sys; sys.path.insert(0, "sdks/python/src"); ${program}`,
    ]);
    const [made, ...modules] = stdout.split(' ');
    expect(modules).toContain('dream_sdk');
    expect(Number(made)).toBeLessThanOrEqual(60);
    expect(
      modules.filter((name) => /^(ssl|http|asyncio|email|socket|dataclasses|inspect)\b/u.test(name)),
    ).toStrictEqual([]);
  });
} else {
  notTried('the SDK for Python is not tried', 'Python 3.10 as python3');
}
