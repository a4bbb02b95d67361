// The middleware of the SDK for Java, before a scripted server and on a clock that goes as it is told.
import { expect, test } from 'vitest';
import { hasJdk, jdkNeeds } from '../java/jdk.ts';
import { printedBeside } from '../java/programs-beside.ts';
import { notTried } from '../../support/not-tried.ts';

const printed = (name: string) => printedBeside(import.meta.dirname, `middleware.${name}`);

const missing = [401, 'auth/missing-credentials', 'Bearer', 'no-store'];
const malformed = [401, 'auth/malformed-token', 'Bearer', 'no-store'];

/** An error in the form of the server, as the whole body. */
function body(code: string, message: string, userMessage: string, more: object = {}): string {
  return JSON.stringify({ success: false, error: { code, message, userMessage, requestId: 'r1', ...more } });
}

if (hasJdk()) {
  test('P02 a request is let through for whoever the server says it is of', async () => {
    const unread = 'This request is not as it must be.';
    expect(await printed('AdmissionChecks')).toEqual({
      told: ['ada of acme in r1', true, true, ['me acme']],
      ids: ['kept', 'new', 'new', 'new', 'kept', 'new', 'new'],
      tokens: {
        none: '401 auth/missing-credentials',
        empty: missing,
        'another scheme': missing,
        'nothing behind it': missing,
        'two of them': missing,
        'a secret key': malformed,
        'no JSON': malformed,
        'two parts': malformed,
        'four parts': malformed,
        'a list in it': malformed,
        'far too much': malformed,
        'its time over': [401, 'auth/expired-token', 'Bearer', 'no-store'],
        twice: '401 auth/missing-credentials',
        asked: 0,
        'within a minute': '200',
        'no end': '200',
        'in letters of either case': '200',
      },
      tenants: [
        [body('auth/malformed-tenant', 'This can be the id of no tenant.', unread, { param: 'X-Tenant-ID' })],
        '400 auth/malformed-tenant',
        0,
      ],
      places: ['200', 'me globex', '500 internal/error'],
      settings: [
        'timeToLive must be 0 or more',
        'timeToLive must be 0 or more',
        'tokenOf must be a function',
        'onError must be a function',
        '"invoice" is no permission, such as invoice:read',
        'null is no permission, such as invoice:read',
        '"invoice:Read" is no permission, such as invoice:read',
      ],
    });
  });

  test('P02 who somebody is is asked once for a while, and no more for those who come meanwhile', async () => {
    const away = 'A service that this one needs does not answer.';
    const denied = '403 access/permission-denied';
    expect(await printed('KnownUserChecks')).toEqual({
      counts: [2, 2, 3, 4, '401 auth/expired-token', '200', 5],
      slow: [1, 1, 2, 3, 3, 4],
      refused: [
        '403 auth/tenant-not-allowed',
        body('auth/tenant-not-allowed', 'For everybody.', 'For everybody.'),
        1,
        '401 auth/token-signature',
        body('auth/token-signature', 'For everybody.', 'For everybody.'),
        2,
        '503 upstream/unavailable',
        body('upstream/unavailable', away, 'This is not available at the moment. Please try again.'),
        4,
        2,
      ],
      wrapped: [
        ['401 auth/expired-token', '401 auth/expired-token', 1],
        ['503 upstream/unavailable', '503 upstream/unavailable', 3],
        ['500 internal/error', '500 internal/error', 5],
        ['500 internal/error', '500 internal/error', 7],
        6,
      ],
      formless: [...Array.from({ length: 8 }, () => '503 upstream/unavailable'), 8],
      most: [2001, 2002],
      shared: ['503 upstream/unavailable true', '200 false', '200 false', '200 false', 1, 0],
      changed: ['acme [invoice:read]', denied, 'acme [invoice:read]', denied],
    });
  });

  test('P03 what somebody may do is what they hold, what the policy says, or what the server decides', async () => {
    const denied = '403 access/permission-denied';
    const check = (resource: object) => `check acme ${JSON.stringify({ action: 'read:own', resource })}`;
    expect(await printed('DecisionChecks')).toEqual({
      held: [
        '200',
        '200',
        '200',
        denied,
        denied,
        '500 internal/error',
        '500 internal/error',
        0,
        ['"invoice" is no permission, such as invoice:read', '"" is no permission, such as invoice:read'],
      ],
      asked: [
        '200',
        denied,
        '200',
        denied,
        '200',
        denied,
        [
          check({ type: 'report', id: '42', properties: { amount: 5 } }),
          check({ type: 'report', id: '7' }),
          check({ type: 'report' }),
        ],
      ],
      policy: ['200', 1, denied, 2, '200', 4, denied, 5],
      refused: ['401 auth/expired-token', 0, '503 upstream/unavailable', 1],
      wrapped: [
        ['401 auth/expired-token', 0],
        ['503 upstream/unavailable', 1],
        ['404 tenants/not-found', 1],
        ['503 upstream/unavailable', 1],
        ['500 internal/error', 2],
      ],
      ended: ['503 upstream/unavailable', 0, '503 upstream/unavailable', 1, '500 internal/error', 2],
      inHand: [
        '[report:read:own, report:read:own] 403 1',
        '[report:read:own, report:read:*, report:*:own] 403 1',
        '[report:*:own, report:*:own] 403 0',
        '[report:read:own, report:read:own, report:read] 200 0',
        '[report:read:own, report:*] 200 0',
        '[report:read:own, *] 200 0',
      ],
      ofType: [
        '[report:read:own, report:read:own] 200 0',
        '[report:read:own, report:read:*] 200 0',
        '[report:read, report:read:own] 403 1',
      ],
    });
  });

  test('P03 what is decided without the server is told to a reporter, where it is known by which revision', async () => {
    const told = (action: string, type: string, id: string | undefined, allowed: boolean, policyRevision: number) =>
      JSON.stringify({
        tenant: 'acme',
        subject: { id: 'ada' },
        action,
        resource: { type, id },
        allowed,
        policyRevision,
      });
    const byPolicy = [told('read', 'report', '42', true, 9), told('fly', 'report', undefined, false, 9)];
    expect(await printed('ToldDecisions')).toEqual({
      held: [
        told('read', 'invoice', undefined, true, 12),
        told('read', 'invoice', '42', true, 12),
        told('*', 'report', undefined, false, 12),
      ],
      'version null': [],
      'version 12': [],
      'version ""': [],
      'version "x.1"': [],
      'version "1234567890123456.1"': [],
      'version "-1.2"': [],
      policy: byPolicy,
      'policy alone': byPolicy,
      nobody: [],
    });
  });

  test('P02 what a handler throws is answered in the form of the server, and shows nothing that was not meant to be', async () => {
    expect(await printed('ErrorChecks')).toEqual({
      whole: [
        404,
        {
          'Content-Type': 'application/json; charset=utf-8',
          'Cache-Control': 'no-store',
          'X-Request-Id': 'r1',
          'Retry-After': '3',
        },
        JSON.parse(body('users/not-found', 'User 7 not found.', 'No such user.', { param: 'id', retryAfter: 2.5 })),
        0,
      ],
      classes: ['400 a/b 0', '401 a/b 0', '403 a/b 0', '404 a/b 0', '409 a/b 0', '429 a/b 0', '500 a/b 1'],
      ofServer: [
        '404 tenants/not-found 0',
        ...[1, 2, 3, 4, 5].map((told) => `503 upstream/unavailable ${told}`),
        [
          'AuthenticationException',
          'AuthenticationException',
          'AuthorizationException',
          'ServerException',
          'ConnectionException',
        ],
      ],
      others: [
        '500 internal/error 1',
        '500 internal/error 2',
        '500 internal/error 3',
        '422 request/422 3',
        '409 seats/taken 3',
        '500 internal/error 4',
        '409 seats/taken 4',
      ],
      statuses: [
        '0: 500 internal/error 1',
        '204: 500 internal/error 2',
        '302: 500 internal/error 3',
        '399: 500 internal/error 4',
        '400: 400 a/b 4',
        '499: 499 a/b 4',
        '500: 500 a/b 5',
        '599: 599 a/b 6',
        '600: 500 internal/error 7',
      ],
      waits: ['none', null, 'none', null, 'none', null, '0 0', '3 3', '0.25 1'],
      odd: [1, 2, 3, 4, 5, 6].map((told) => `500 internal/error ${told}`),
      headers: ['Content-Type', 'content-length', 'ETag', 'Last-Modified', 'Transfer-Encoding', 'trailer'],
    });
  });
} else {
  notTried('the middleware of the SDK for Java is not tried', jdkNeeds);
}
