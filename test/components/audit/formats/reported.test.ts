import { expect, it } from 'vitest';
import type { AuditEntry } from '../../../../src/components/audit/entries/entry.ts';
import { cefLine } from '../../../../src/components/audit/formats/cef/cef.ts';
import { csv } from '../../../../src/components/audit/formats/csv/csv.ts';
import { toOcsf } from '../../../../src/components/audit/formats/ocsf/ocsf.ts';
import { syslogMessage } from '../../../../src/components/audit/formats/syslog/syslog.ts';
import { objectOf } from '../../../../src/engine/json-fields.ts';
import { seal, source } from '../hostile-entries.ts';

const own: AuditEntry = {
  id: 'aud_1',
  version: 1,
  timestamp: '2026-02-07T10:30:00.000Z',
  environment: 'production',
  action: 'tenant.deleted',
  outcome: 'success',
  actor: { type: 'api-key', id: 'key_a', invalidIp: 'unknown' },
  authentication: { mode: 'secret', keyId: 'key_b' },
};
const reported: AuditEntry = { ...own, reported: true };

/** How each format tells the key by which an entry was reported; undefined: that it was not. */
const told: readonly (readonly [format: string, of: (entry: AuditEntry) => unknown])[] = [
  ['cef', (entry) => / sourceServiceName=(\S+)/.exec(cefLine(seal(entry), source))?.[1]],
  ['syslog', (entry) => / reportedBy="([^"]+)"/.exec(syslogMessage(seal(entry), source))?.[1]],
  ['ocsf', (entry) => objectOf(toOcsf(seal(entry), source)['unmapped'])['reportedBy']],
];

it.each(told)('FR-A003 tells in %s by which key an entry was reported, and of which it was not', (_, of) => {
  expect([of(reported), of(own)]).toEqual(['key_b', undefined]);
  expect(of({ ...reported, authentication: { mode: 'local' } })).toBe('local');
});

it('FR-A003 tells in CSV that an entry was reported, by which key, and what was sent in the place of an address', () => {
  const [first, second] = csv.encode([seal(reported), seal(own)], source).split('\r\n');
  expect(first).toContain('"secret","key_b"');
  expect(first).toMatch(/"true","unknown"$/);
  expect(second).toMatch(/,"unknown"$/);
  expect(second).not.toContain('"true"');
});

it('FR-A003 says in every format what was sent in the place of an address', () => {
  expect(cefLine(seal(reported), source)).toContain(' shost=unknown ');
  expect(syslogMessage(seal(reported), source)).toContain(' invalidIp="unknown" ');
  expect(toOcsf(seal(reported), source)['src_endpoint']).toEqual({ name: 'unknown' });
});
