import { expect, it } from 'vitest';
import { type EntryFacts, formatEntries } from '../../../src/views/audit/entries.ts';
import { plainStyle } from '../../../src/views/style.ts';

const own: EntryFacts = {
  id: 'aud_1',
  timestamp: '2026-02-07T10:30:00.000Z',
  action: 'tenant.deleted',
  outcome: 'success',
  actor: { type: 'api-key', id: 'key_a', ip: '203.0.113.42' },
  resource: { type: 'tenant', id: 'globex' },
  authentication: { mode: 'secret', keyId: 'key_b' },
};

it('tells on the line of an entry that the product has reported it, and by which key', () => {
  const line = '2026-02-07T10:30:00.000Z  tenant.deleted  api-key:key_a → tenant:globex  from 203.0.113.42';
  expect(formatEntries([own, { ...own, reported: true }], plainStyle)).toBe(`${line}\n${line}  reported by key_b`);
  const local = { ...own, reported: true, authentication: { mode: 'local' } };
  expect(formatEntries([local], plainStyle)).toBe(`${line}  reported by local`);
});

it('shows what was sent in the place of an address', () => {
  const odd = { ...own, actor: { type: 'user', id: 'ada', invalidIp: 'not an ip\n' } };
  expect(formatEntries([odd], plainStyle)).toMatch(/ {2}from not an ip\S+$/);
});
