// What the middleware of Python does, before a server that answers as it is told.
import { execa } from 'execa';
import { expect, test } from 'vitest';
import { tokenErrors } from '../../../src/server/auth/token-errors.ts';
import { browserErrors } from '../../../src/server/browsers/errors.ts';
import { authErrors } from '../../../src/server/auth/errors.ts';
import { withPython } from '../python-flags/with-python.ts';

const statuses: Readonly<Record<string, number>> = { authentication: 401, authorization: 403, validation: 400 };
const { noProvider, publishableKeyMissing, providerUnavailable, ...ofToken } = tokenErrors;
const ofApplication = [...Object.values({ ...authErrors, ...browserErrors }), noProvider, publishableKeyMissing];
const refusals = ofApplication.map(({ code, type }) => [statuses[type] ?? 500, code]);
const codes = {
  ofUser: Object.values(ofToken).map(({ code }) => code),
  refusals: [...refusals, [providerUnavailable.status ?? 503, providerUnavailable.code]],
};

withPython('the middleware', () => {
  test.each([
    ['P02 only who is signed in is let through, and the server is asked once for a while', 'admitted.py'],
    [
      'P03 what who is signed in may do is what the server says of them, and not what an application made of it',
      'permitted.py',
    ],
    ['P03 what is decided here is told to who reports it, where the policy is known that decided', 'decided_here.py'],
    ['P02 what is raised is answered in one form, and nothing is shown that was not meant to be', 'raised.py'],
    ['P02 requests know nothing of each other, and what is not theirs is left alone', 'isolated.py'],
    ['P02 nothing of a request is found by the next one of its connection, or kept', 'leaves_nothing.py'],
    ['P02 what is to be awaited is awaited, or refused when it is given', 'awaited.py'],
    ['P02 what an application says beside its answer goes by as it is', 'passes_on.py'],
  ])(
    '%s',
    async (_, program) => {
      const { stdout, stderr } = await execa('python3', ['-W', 'error', `test/sdk/python-middleware/${program}`], {
        env: { PYTHONPATH: 'sdks/python/src', PYTHONDONTWRITEBYTECODE: '1' },
        input: JSON.stringify(codes),
      });
      expect(stderr).toBe('');
      expect(stdout).toBe('every part was run');
    },
    60_000,
  );

  test('who asks for no middleware loads none of it, and neither kind loads the other', async () => {
    const program = [
      'import sys; sys.path.insert(0, "sdks/python/src"); import dream_sdk',
      'dream_sdk.Dream(base_url="http://127.0.0.1")',
      'loaded = lambda *parts: print(*sorted(name for name in sys.modules if any(part in name for part in parts)))',
      'loaded("dream_sdk.middleware")',
      'import dream_sdk.middleware.wsgi',
      'loaded("asyncio", "asgi", "async_known")',
    ].join('\n');
    const { stdout, stderr } = await execa('python3', ['-I', '-S', '-B', '-c', program]);
    expect(stderr).toBe('');
    expect(stdout).toBe('\n');
  });
});
