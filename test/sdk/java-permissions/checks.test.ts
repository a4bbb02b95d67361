// The clients of the SDK for Java for permissions and entitlements, on a scripted server and a clock that stands still.
import { expect, test } from 'vitest';
import { hasJdk, jdkNeeds } from '../java/jdk.ts';
import { printedBy } from './permission-programs.ts';
import { notTried } from '../../support/not-tried.ts';

if (hasJdk()) {
  test('P03 the policy is kept up to date, and the server asked where only it can know', async () => {
    const noObject = 'This is no policy: it is no object';
    expect(await printedBy('permissions.PermissionChecks')).toEqual({
      follows: [true, 'YES NO', 'ASK', 'YES 2'],
      age: ['YES', 'ASK', 'YES', 'policy anew', 'policy "1"'],
      problems: [1, 3, ['This is no policy: it has no revision', 'away']],
      turns: 4,
      claims: [
        'YES',
        'YES',
        'YES',
        'ASK',
        'ASK',
        'ASK',
        'ASK',
        'ASK',
        'ASK',
        'ASK',
        1,
        'ASK',
        'ASK',
        'ASK',
        'ASK',
        'ASK',
        'ASK',
        3,
        4,
      ],
      closed: [false, 'YES', true, false, 'ASK'],
      check: [
        true,
        false,
        true,
        false,
        [
          'policy anew',
          'check {"action":"update","resource":{"type":"invoice","id":"42","properties":{"amount":5}},"subject":{"id":"ada"},"context":{"ip":"::1"},"tenant":"acme"}',
          'check {"action":"read:own","resource":{"type":"invoice"}}',
        ],
      ],
      refused: 1,
      ended: 1,
      turn: true,
      reopened: true,
      told: [true, 'YES', 'ASK'],
      settings: [
        'check must be asked a question',
        'refreshInterval must be more than 0',
        'refreshInterval must be more than 0',
        'maxAge must be more than 0',
        noObject,
        noObject,
        'This is no policy: it has no revision',
        'This is no policy: a grant is no object',
        'This is no policy: resourceTypes has a name that is no text',
        'This is no policy: it has no resourceTypes',
        'This is no policy: a condition is no text',
      ],
      hostile: [
        'ASK[]',
        'ASK[]',
        'ASK[]',
        'ASK[]',
        'NO',
        false,
        false,
        true,
        true,
        true,
        true,
        true,
        'ASK',
        'ASK',
        'ASK',
        'ASK',
      ],
      kept: '{"action":"read","resource":{"type":"invoice","id":"42","properties":{"items":[1]}},"context":{"ip":"::1"}}true',
    });
  });

  test('P03 what was decided by itself is reported in batches, and harms nobody where it cannot be', async () => {
    const decided = (fields: object) => ({ decidedAt: '2027-01-15T08:00:00.000Z', ...fields });
    const invoice = { type: 'invoice', id: '42' };
    const refusal = (status: number) => `${status} a/b: No. (request req_1)`;
    const after = (status: number) => [[3], [`decisions are not reported any more: ${refusal(status)}`]];
    const noSuch = 'decisions were not logged, since there are no such tenants:';
    const said = (fields: object, of: object = {}) =>
      JSON.stringify({
        ...of,
        subject: { id: 'ada' },
        action: 'read',
        resource: { type: 'invoice' },
        allowed: true,
        policyRevision: 7,
        ...fields,
      });
    const bob = { subject: { id: 'bob' } };
    const atTheEnd = [said({ subject: { id: 'eve' } })];
    expect(await printedBy('permissions.ReportChecks')).toEqual({
      content: [
        [
          decided({
            tenant: 'acme',
            subject: { id: 'ada' },
            action: 'read',
            resource: invoice,
            allowed: true,
            policyRevision: 7,
          }),
        ],
        [
          decided({
            subject: { id: 'bob' },
            action: 'read:own',
            resource: { type: 'report' },
            allowed: false,
            policyRevision: 0,
          }),
        ],
      ],
      enough: [0, [500]],
      inTime: [true, 1, [2, 1]],
      oneByOne: [[500, 1000, 600], 1, 3],
      again: [[3, 3, 3, 3, 700], true, true, true, []],
      most: [10_000, [500, 1000, 1], ['7 decisions were not reported: 10000 were waiting']],
      dropped: [
        [1, 2, 3, 4],
        4,
        [
          `1 decision was not reported: ${refusal(400)}`,
          '2 decisions were not reported: IllegalStateException',
          '3 decisions were not reported: theirs',
        ],
      ],
      after401: after(401),
      after403: after(403),
      after404: after(404),
      tenants: [
        [true, 6],
        [false, 3],
      ],
      unknown: [5, [`${noSuch} acme, globex`, `${noSuch} t1, t2, t3, t4, t5, t6, t7, t8, t9, t10 and 2 more`]],
      flushed: [0, true, true, [1, 2], []],
      ends: {
        sent: [[3], [3]],
        failing: [true, [500, 2], ['500 decisions were not reported: away', '2 decisions were not reported: away']],
        waiting: [1, [1, 1], true, []],
        tooLong: [1, ['1003 decisions were not reported: there was no answer while closing']],
        interrupted: [true, ['1 decision was not reported: there was no answer while closing']],
        byListener: [[1, 1], [`1 decision was not reported: ${refusal(400)}`]],
        settings: [
          'interval must be more than 0',
          'interval must be more than 0',
          'reportInterval must be more than 0',
        ],
      },
      unfit: {
        unfit: [{ id: 'ada' }],
        fit: ['long', { id: 'ada' }, { type: 'service-account', id: 'ci' }, { id: 'ada' }, { id: 'ada' }],
        large: [1000, true, true],
      },
      client: {
        ofClaims: [
          [
            said({}),
            said({ action: '*', allowed: false }),
            said({ action: 'fly', allowed: false }, { tenant: 'acme' }),
            said({ resource: invoice }, { tenant: 'acme' }),
            said({}, { tenant: 'globex' }),
          ],
          atTheEnd,
        ],
        ofQuestions: [
          [
            said(bob),
            said({ subject: { type: 'service-account', id: 'ci' } }),
            said({ ...bob, resource: invoice }, { tenant: 'acme' }),
            said(bob, { tenant: 'acme' }),
          ],
          atTheEnd,
        ],
        nobody: [[], atTheEnd],
        off: [[], []],
        hostile: ['YES', 0],
      },
    });
  });

  test('P12 what a tenant has is asked once, for as long as the answer counts', async () => {
    expect(await printedBy('entitlements.EntitlementChecks')).toEqual({
      counts: [
        { entitled: true, limit: 5 },
        { entitled: false, type: 'unknown', reason: 'unknown_entitlement' },
        ['sso', 'seats'],
        true,
        1,
        false,
        2,
      ],
      ends: [1, 1, 2, 2, 3],
      stale: ['true', 'true', 'true', 'ConnectionException', 'false', 5],
      rests: [true, 1, true, 2, true, 2, true, 3, true, 3, 'false', 'false', 'false', 'DreamException'],
      thrown: 'DreamException',
      forgets: ['acme', 'globex', 'acme', 'globex'],
      most: ['a', 'b', 'c', 'b'],
      shared: ['AbortedException', true, true, true, 2],
      sources: ['no network', 'no network', '[sso]'],
      unfit: [
        'ConfigurationException',
        'ConfigurationException',
        'ConfigurationException',
        'ResponseException',
        ['acme'],
      ],
      settings: ['timeToLive must be 0 or more', 'staleFor must be 0 or more', 'tenants must be 1 or more', 'true'],
    });
  });
} else {
  notTried('the clients of the SDK for Java are not tried', jdkNeeds);
}
