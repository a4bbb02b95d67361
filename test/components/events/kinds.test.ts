import { describe, expect, it } from 'vitest';
import { policies } from '../../../src/components/events/kinds.ts';
import { checked, checkedAgainst } from '../../support/policy-findings.ts';

describe('WebhookEndpoint', () => {
  it.each([
    ['headers: { X-Source: dream }', []],
    ["headers: { Authorization: '${secrets.TOKEN}', X-Api-Key: 'key ${secrets.KEY}' }", []],
    ['headers: { Authorization: Bearer abc }', ['events/header-in-clear /headers/Authorization']],
    ['headers: { X-Auth-Token: abc }', ['events/header-in-clear /headers/X-Auth-Token']],
    ['headers: { content-type: text/plain }', ['events/header-reserved /headers/content-type key']],
    ['headers: { X-Platform-Signature: x }', ['events/header-reserved /headers/X-Platform-Signature key']],
    ['timeout: 60s', []],
    ['version: 2026-11-01', []],
    ['version: 2026-11-02', ['events/version-unknown /version']],
    ['timeout: 2m', ['events/timeout-too-long /timeout']],
  ])('%s', (yaml, expected) => {
    expect(checked(policies['WebhookEndpoint'], yaml)).toEqual(expected);
  });

  it.each([
    ['http://hooks.example.com', 'live', ['events/url-in-clear /url']],
    ['http://hooks.example.com', 'test', []],
    ['https://hooks.example.com', 'live', []],
  ] as const)('%s in a %s environment', (url, mode, expected) => {
    expect(checkedAgainst(policies['WebhookEndpoint'], `url: ${url}`, {}, { mode })).toEqual(expected);
  });
});
