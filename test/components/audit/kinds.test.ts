import { describe, expect, it } from 'vitest';
import { policies } from '../../../src/components/audit/kinds.ts';
import { checked, checkedAgainst } from '../../support/policy-findings.ts';

describe('AlertRule', () => {
  it.each([
    ['when: { action: auth.login }', []],
    ['{ when: { action: a.b }, count: { atLeast: 5, within: 10m } }', []],
    ['{ when: { action: a.b }, absent: { for: 1d } }', []],
    ['sequence: { of: [{ action: a.b }, { action: c.d }], within: 1h }', []],
    ['{}', ['audit/pattern-missing ']],
    ['count: { atLeast: 5, within: 10m }', ['audit/pattern-missing ']],
    ['{ when: { action: a.b }, count: {}, absent: {} }', ['audit/pattern-ambiguous /absent key']],
    ['{ sequence: {}, count: {} }', ['audit/pattern-ambiguous /count key']],
    ['{ sequence: {}, when: { action: a.b } }', ['audit/pattern-ambiguous /when key']],
    ['{ when: { action: a.b }, count: { atLeast: 1000, within: 1h, distinct: ip } }', []],
    [
      '{ when: { action: a.b }, count: { atLeast: 1001, within: 1h, distinct: ip } }',
      ['audit/too-many-to-tell-apart /count/atLeast'],
    ],
    ['when: { ip: { cidr: 300.0.0.0/8 } }', ['condition/bad-network /when/ip/cidr']],
    [
      "sequence: { of: [{ action: { matches: '(' } }], within: 1h }",
      ['condition/bad-pattern /sequence/of/0/action/matches'],
    ],
    ['when: { action: alert.fired }', ['audit/action-unwatched /when/action']],
    ['when: { action: { in: [a.b, alert.fired] } }', ['audit/action-unwatched /when/action/in/1']],
    [
      'sequence: { of: [{ action: a.b }, { any: [{ all: [{ action: [alert.fired] }] }] }], within: 1h }',
      ['audit/action-unwatched /sequence/of/1/any/0/all/0/action/0'],
    ],
    ["when: { not: { action: alert.fired }, action: ['alert.*', { equals: alert.fired }, 1] }", []],
    ['when: { action: { not: alert.fired, notIn: [alert.fired] } }', []],
  ])('FR-A006 %s', (yaml, expected) => {
    expect(checked(policies['AlertRule'], yaml)).toEqual(expected);
  });
});

describe('what an AlertRule publishes', () => {
  it.each([
    ['[{ event: security.tenant_updated }, { event: tenants.updated }]', []],
    ['[{ webhook: tenant.updated }, { workflow: tenant.updated }]', []],
    ['[{ event: security.a }, { event: tenant.updated }]', ['audit/event-reserved /then/1/event']],
    ['[{ event: alert.fired }]', ['audit/event-reserved /then/0/event']],
    [
      '[{ event: plan.deleted }, { event: key.rotated }]',
      ['audit/event-reserved /then/0/event', 'audit/event-reserved /then/1/event'],
    ],
    ['[{ event: tenant.archived }]', ['audit/event-family /then/0/event']],
    ['[{ event: plan.updated.twice }]', ['audit/event-family /then/0/event']],
    ['[{ event: 1 }, null, tenant.updated]', []],
  ])('FR-A006 %s', (then, expected) => {
    expect(checkedAgainst(policies['AlertRule'], `then: ${then}`, {}, { kinds: ['Plan'] })).toEqual(expected);
  });
});

describe('RetentionPolicy', () => {
  it.each([
    ['keep: 90d', []],
    ['keep: 2160h', []],
    ['keep: 89d', ['audit/keep-too-short /keep']],
    ['keep: 12w', ['audit/keep-too-short /keep']],
    ['keep: 13w', []],
    ['keep: soon', []],
    ["{ keep: 90d, archive: { to: 'file:///var/archive' } }", []],
    ["{ keep: 90d, archive: { to: 's3://acme-audit/production' } }", []],
    ["{ keep: 90d, archive: { to: 's3://acme-audit' } }", []],
    ['{ keep: 90d, archive: { to: /var/archive } }', ['audit/archive-address /archive/to']],
    ["{ keep: 90d, archive: { to: 'https://acme.com' } }", ['audit/archive-address /archive/to']],
    ["{ keep: 90d, archive: { to: 's3://' } }", ['audit/archive-address /archive/to']],
  ])('FR-A004 %s', (yaml, expected) => {
    expect(checked(policies['RetentionPolicy'], yaml)).toEqual(expected);
  });
});

describe('AuditStream', () => {
  const webhook = (more: string): string => `{ to: { webhook: { url: 'https://a.example', ${more} } } }`;

  it.each([
    ['to: { syslog: { host: logs.acme.com } }', []],
    [webhook("headers: { X-Source: dream, Authorization: '${secrets.A}' }"), []],
    [webhook('headers: { Authorization: Bearer abc }'), ['audit/header-in-clear /to/webhook/headers/Authorization']],
    [webhook('headers: { Content-Type: text/plain }'), ['audit/header-reserved /to/webhook/headers/Content-Type key']],
    ['batch: { within: 60s }', []],
    ['batch: { within: 61s }', ['audit/gathered-too-long /batch/within']],
    ['only: { ip: { cidr: 300.0.0.0/8 } }', ['condition/bad-network /only/ip/cidr']],
  ])('FR-A005 %s', (yaml, expected) => {
    expect(checked(policies['AuditStream'], yaml)).toEqual(expected);
  });

  it.each([
    ["to: { webhook: { url: 'http://logs.example' } }", 'live', ['audit/url-in-clear /to/webhook/url']],
    ["to: { splunk: { url: 'http://logs.example:8088' } }", 'live', ['audit/url-in-clear /to/splunk/url']],
    ["to: { splunk: { url: 'https://logs.example:8088' } }", 'live', []],
    ["to: { webhook: { url: 'http://logs.example' } }", 'test', []],
    ['to: { syslog: { host: logs.example } }', 'live', []],
  ] as const)('FR-A005 %s in a %s environment', (yaml, mode, expected) => {
    expect(checkedAgainst(policies['AuditStream'], yaml, {}, { mode })).toEqual(expected);
  });
});
