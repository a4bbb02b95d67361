import { expect, it } from 'vitest';
import { plainStyle } from '../../src/views/style.ts';
import { type DeliveryWithCalls, formatDelivery } from '../../src/views/webhook-delivery.ts';
import { formatDeliveries } from '../../src/views/webhooks.ts';

const failed: DeliveryWithCalls = {
  id: 'whd_1',
  endpoint: 'accounting',
  eventId: 'evt_1',
  eventType: 'user.created',
  tenantId: 'acme',
  state: 'failed',
  calls: 2,
  lastStatus: 503,
  lastProblem: 'answered 503',
  dueAt: null,
  createdAt: '2026-11-20T23:49:00.000Z',
  attempts: [
    { at: '2026-11-20T23:50:12.300Z', milliseconds: 10_000, status: null, problem: 'timeout: no answer', excerpt: '' },
    {
      at: '2026-11-20T23:51:12.300Z',
      milliseconds: 7,
      status: 503,
      problem: 'answered 503',
      excerpt: 'go\u001b[2J\naway',
    },
  ],
};

it('a delivery is shown with each of its calls, and what the last was answered', () => {
  expect(formatDelivery(failed, plainStyle).split('\n')).toEqual([
    'whd_1',
    '  state     failed',
    '  endpoint  accounting',
    '  event     user.created evt_1',
    '  tenant    acme',
    '',
    'CALLED                    TOOK       ANSWER',
    '2026-11-20T23:50:12.300Z  10,000 ms  –       timeout: no answer',
    '2026-11-20T23:51:12.300Z  7 ms       503     answered 503',
    '',
    'The last answer began:',
    'go\\u{1b}[2J',
    'away',
  ]);
});

it('what came through is listed with the answer to its last call', () => {
  const [call] = failed.attempts;
  const delivered = { ...failed, state: 'delivered', lastStatus: 204, lastProblem: null } as const;
  const shown = formatDeliveries(
    [delivered, { ...failed, calls: 0, lastStatus: null, lastProblem: null }],
    null,
    plainStyle,
  );
  expect(shown).toContain('LAST CALL');
  expect(shown).toMatch(/delivered +2 +answered 204\n.*failed +0$/u);
  const attempts = [
    { ...call, at: '2026-11-20T23:50:12.300Z', milliseconds: 7, status: 204, problem: null, excerpt: ' ' },
  ];
  expect(formatDelivery({ ...delivered, attempts }, plainStyle)).toMatch(/204 +delivered$/u);
});
