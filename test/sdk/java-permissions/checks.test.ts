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
