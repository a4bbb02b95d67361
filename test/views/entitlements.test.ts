import { expect, test } from 'vitest';
import { formatEntitlements, formatOverride } from '../../src/views/entitlements.ts';
import { plainStyle } from '../../src/views/style.ts';

const resetsAt = '2026-12-01T00:00:00.000Z';
const expiresAt = '2026-12-24T18:00:00.000Z';

test('what a tenant has is a table, with what it would need for the rest', () => {
  const shown = formatEntitlements(
    {
      analytics: { entitled: true, type: 'switch', source: 'plan' },
      'api-access': { entitled: true, type: 'quantity', limit: 10_000, used: 3421, resetsAt, source: 'plan' },
      exports: {
        entitled: true,
        type: 'quantity',
        limit: 2.5,
        used: 0,
        whenExceeded: 'bill',
        resetsAt,
        source: 'plan',
      },
      seats: { entitled: true, type: 'range', min: 5, max: null, used: 7, whenExceeded: 'refuse', source: 'override' },
      sso: { entitled: false, type: 'switch', requiredPlan: 'enterprise', source: 'plan' },
      storage: { entitled: true, type: 'quantity', limit: null, used: 0, source: 'override', expiresAt },
      support: { entitled: true, type: 'custom', level: '\u001b[31mred\n', source: 'plan' },
      withheld: { entitled: false, type: 'switch', source: 'override' },
    },
    plainStyle,
  );
  expect(`\n${shown}\n`).toBe(`
ENTITLEMENT  HAS                   USED   COUNTS ANEW           BY
analytics    yes                   –      –                     plan
api-access   10,000                3,421  2026-12-01 00:00 UTC  plan
exports      2.5, then bill        0      2026-12-01 00:00 UTC  plan
seats        5 or more             7      never                 override
sso          no: needs enterprise  –      –                     plan
storage      unlimited             0      never                 override until 2026-12-24 18:00 UTC
support      \\u{1b}[31mred\\n       –      –                     plan
withheld     no                    –      –                     override
`);
  expect(formatEntitlements({}, plainStyle)).toBe('No Entitlement is applied yet.');
});

test.each([
  [true, null, 'sso: on, whatever its plan grants, until that is removed.'],
  [false, null, 'sso: off, whatever its plan grants, until that is removed.'],
  [50_000, expiresAt, 'sso: 50,000, whatever its plan grants, until 2026-12-24 18:00 UTC.'],
  [{ min: 1, max: 50 }, null, 'sso: 1 to 50, whatever its plan grants, until that is removed.'],
  [{ limit: 'unlimited', whenExceeded: 'bill' }, null, 'sso: unlimited, then bill, whatever its plan grants,'],
])('an override of %j until %s is told in a sentence', (value, end, sentence) => {
  const told = formatOverride({ tenantId: 'acme', entitlement: 'sso', value, expiresAt: end }, plainStyle);
  expect(told).toContain(`✓ acme has ${sentence}`);
});
