// What formats show of a request that was refused.
import { expect, it } from 'vitest';
import { makeEntry } from '../../../../src/components/audit/entries/make-entry.ts';
import { cefLine } from '../../../../src/components/audit/formats/cef/cef.ts';
import { cellsOf, columnNames } from '../../../../src/components/audit/formats/csv/columns.ts';
import { toOcsf } from '../../../../src/components/audit/formats/ocsf/ocsf.ts';
import { seal, source } from '../hostile-entries.ts';

const entry = makeEntry('aud_1', {
  action: 'key.created',
  outcome: 'denied',
  reason: 'auth/scope-missing',
  caller: {
    mode: 'secret',
    projectId: 'prj_1',
    project: 'acme',
    environmentId: 'env_1',
    environment: 'production',
    environmentMode: 'live',
    keyId: 'key_1',
    actor: 'worker',
    scopes: ['keys:read'],
    tenantId: 'globex',
    user: null,
  },
  requestId: 'req_1',
  ip: '203.0.113.42',
  userAgent: null,
  now: new Date('2026-02-07T10:30:00Z'),
  resource: { type: 'operation', id: 'keys.create' },
  decided: { allowed: false, permission: 'keys:write', reason: 'auth/scope-missing' },
});
const sealed = seal(entry);

it('FR-A003 CEF names the scope that a refused request lacks, and why', () => {
  const line = cefLine(sealed, source);
  expect(line).toContain(' outcome=denied reason=auth/scope-missing suid=key_1 suser=worker ');
  expect(line).toMatch(/ flexString2Label=permission flexString2=keys:write$/u);
});

it('FR-A003 CSV has what was decided about a refused request in columns of its own', () => {
  const cells = cellsOf(entry, sealed);
  const told = Object.fromEntries(columnNames.map((name, index) => [name, cells[index]]));
  expect(told).toMatchObject({
    tenantId: 'globex',
    outcome: 'denied',
    reason: 'auth/scope-missing',
    authentication: 'secret',
    keyId: 'key_1',
    allowed: 'false',
    permission: 'keys:write',
    decisionReason: 'auth/scope-missing',
    policyRevision: undefined,
  });
});

it('FR-A003 OCSF has it among the authorizations of the actor', () => {
  expect(toOcsf(sealed, source)).toMatchObject({
    class_uid: 6003,
    type_uid: 600301,
    status: 'Failure',
    status_detail: 'auth/scope-missing',
    actor: { user: { uid: 'key_1' }, authorizations: [{ decision: 'denied', policy: { name: 'keys:write' } }] },
  });
});
