// The middleware of the SDK for Java in an application on the server of the JDK, before a server over HTTP.
import { expect, test } from 'vitest';
import { tokenErrors } from '../../../src/server/auth/token-errors.ts';
import { browserErrors } from '../../../src/server/browsers/errors.ts';
import { authErrors } from '../../../src/server/auth/errors.ts';
import { hasJdk, jdkNeeds } from '../java/jdk.ts';
import { programBeside } from '../java/programs-beside.ts';
import { startApplication } from './java-application.ts';
import { scriptedServer, tokenOf, wrong } from './scripted-server.ts';
import { notTried } from '../../support/not-tried.ts';

const statuses: Readonly<Record<string, number>> = { authentication: 401, authorization: 403, validation: 400 };
const { noProvider, publishableKeyMissing, providerUnavailable, ...ofToken } = tokenErrors;
const ofUser = Object.values(ofToken).map(({ code }) => code);
const ofApplication = [...Object.values({ ...authErrors, ...browserErrors }), noProvider, publishableKeyMissing];
const refusals = [
  ...ofApplication.map(({ code, type }) => [statuses[type] ?? 500, code] as const),
  [401, 'unknown/401'] as const,
  [providerUnavailable.status ?? 0, providerUnavailable.code] as const,
];

/** Another each time: what was said of one token counts for a while. */
let count = 0;
function signedIn(): Readonly<Record<string, string>> {
  count += 1;
  return { authorization: `Bearer ${tokenOf({ sub: 'ada', n: count })}`, 'x-request-id': 'r1' };
}

async function started() {
  const server = await scriptedServer();
  const keys = { DREAM_BASE_URL: server.url, DREAM_PUBLISHABLE_KEY: 'pk_test_1', DREAM_SECRET_KEY: 'sk_test_1' };
  const program = await programBeside(import.meta.dirname, 'middleware.HttpApplication');
  return { ...server, ...(await startApplication(program, keys)) };
}

const error = (code: string) => ({ success: false, error: expect.objectContaining({ code, requestId: 'r1' }) });

if (hasJdk()) {
  test('P02 P03 it asks as the user, never by the secret key, and answers errors without the headers of another body', async () => {
    const { ask, asked, lines, said } = await started();
    const user = signedIn();
    const headers = { ...user, 'x-tenant-id': 'acme' };
    const me = await ask('/me', headers);
    expect([me.status, me.body, me.headers['x-request-id']]).toEqual([200, 'ada of acme', 'r1']);
    expect((await ask('/invoices', headers)).body).toBe('made');
    expect((await ask('/reports/7', headers)).body).toBe('read');
    said.check = { status: 200, json: { allowed: false } };
    expect(await ask('/reports/8', headers)).toMatchObject({ status: 403, body: error('access/permission-denied') });
    const as = `acme pk_test_1 ${(user['authorization'] ?? '').slice(-12)}`;
    const about = (id: string) => JSON.stringify({ action: 'read:own', resource: { type: 'report', id } });
    expect(asked).toEqual([
      `/v1/me ${as}`,
      `/v1/access/check ${as} ${about('7')}`,
      `/v1/access/check ${as} ${about('8')}`,
    ]);
    const broken = await ask('/broken', headers);
    expect([broken.status, broken.body]).toEqual([409, error('seats/taken')]);
    expect(broken.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'cache-control': 'no-store',
    });
    expect([broken.headers['etag'], broken.headers['content-encoding'], lines]).toEqual([undefined, undefined, []]);
    const nobody = await ask('/me', { 'x-request-id': 'r1' });
    expect(nobody).toMatchObject({ status: 401, body: error('auth/missing-credentials') });
    expect(nobody.headers['www-authenticate']).toBe('Bearer');
  });

  test("P02 the server refuses the user's own token, which is the user's 401, or the application, of which its user is told nothing", async () => {
    const { ask, lines, said } = await started();
    for (const code of ofUser) {
      said.me = wrong(401, code);
      expect(await ask('/me', signedIn())).toMatchObject({ status: 401, body: error(code) });
    }
    expect(lines).toEqual([]);
    for (const [status, code] of refusals) {
      said.me = wrong(status, code);
      const answer = await ask('/me', signedIn());
      expect([code, answer.status, answer.body]).toEqual([code, 503, error('upstream/unavailable')]);
      expect(JSON.stringify(answer)).not.toMatch(/developers|req_dream/);
    }
    expect(lines.length).toBe(refusals.length);
    expect(lines.every((line) => line.startsWith('r1 '))).toBe(true);
  });
} else {
  notTried('no application in Java is tried', jdkNeeds);
}
