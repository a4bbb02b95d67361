import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify } from '../../../../src/components/audit/formats/ocsf/classify.ts';
import { ocsf, toOcsf } from '../../../../src/components/audit/formats/ocsf/ocsf.ts';
import type { AuditEntry } from '../../../../src/components/audit/entries/entry.ts';
import { hostileEntries, parsed, seal, sealedEntry, source } from '../hostile-entries.ts';
import { python } from './debian-tool.ts';

const entry: AuditEntry = {
  id: 'aud_1',
  version: 1,
  timestamp: '2026-02-07T10:30:00.000Z',
  environment: 'production',
  tenantId: 'acme',
  action: 'user.role_assigned',
  outcome: 'denied',
  reason: 'access/forbidden',
  actor: { type: 'user', id: 'user_abc', name: 'Ada', email: 'ada@acme.com', ip: '203.0.113.42', userAgent: 'curl/8' },
  resource: { type: 'user', id: 'user_def', name: 'Jane' },
  requestId: 'req_1',
  authentication: { mode: 'user', sessionId: 'ses_1' },
};

/** What the schema's version 1.8 asks of every event, and of each class. */
const requiredOfAll = ['activity_id', 'category_uid', 'class_uid', 'metadata', 'severity_id', 'time', 'type_uid'];
const requiredOf: { readonly [uid: number]: readonly string[] } = {
  3001: ['user'],
  3002: ['user', 'service'],
  3004: ['entity'],
  6003: ['actor', 'api', 'src_endpoint'],
};

describe('entries as OCSF', () => {
  it('says who did what to whom, and carries the stored entry', () => {
    const sealed = seal(entry, 7);
    expect(toOcsf(sealed, source)).toEqual({
      category_uid: 3,
      category_name: 'Identity & Access Management',
      class_uid: 3001,
      class_name: 'Account Change',
      activity_id: 7,
      activity_name: 'Attach Policy',
      type_uid: 300107,
      type_name: 'Account Change: Attach Policy',
      severity_id: 3,
      severity: 'Medium',
      status_id: 2,
      status: 'Failure',
      status_detail: 'access/forbidden',
      time: 1770460200000,
      message: 'User role assigned',
      metadata: {
        version: '1.8.0',
        product: { name: 'Dream', vendor_name: 'Dream', version: '1.2.3' },
        uid: 'aud_1',
        sequence: 7,
        event_code: 'user.role_assigned',
        log_name: 'audit',
        original_time: '2026-02-07T10:30:00.000Z',
        correlation_uid: 'req_1',
        tenant_uid: 'acme',
      },
      actor: {
        user: { uid: 'user_abc', name: 'Ada', email_addr: 'ada@acme.com', type: 'user', type_id: 99 },
        session: { uid: 'ses_1' },
      },
      src_endpoint: { ip: '203.0.113.42' },
      http_request: { uid: 'req_1', user_agent: 'curl/8' },
      user: { uid: 'user_def', name: 'Jane' },
      raw_data: sealed.body,
      unmapped: { hash: sealed.hash, previousHash: sealed.previousHash, environment: 'production' },
    });
  });

  it.each([
    ['auth.login', 3002, 1],
    ['auth.logout', 3002, 2],
    ['user.created', 3001, 1],
    ['user.password_reset_requested', 3001, 4],
    ['user.role_removed', 3001, 8],
    ['user.mfa_disabled', 3001, 11],
    ['member.removed', 3001, 6],
    ['user.updated', 3004, 3],
    ['flag.created', 3004, 1],
    ['flag.variation_renamed', 3004, 3],
    ['api_key.revoked', 3004, 4],
    ['audit.entries_exported', 3004, 2],
    ['report.made', 6003, 99],
    ['checkout', 6003, 99],
  ])('takes %s for class %i, activity %i', (action, uid, id) => {
    const activity = classify({ ...entry, action });
    expect([activity.of.uid, activity.id]).toEqual([uid, id]);
  });

  it.each([
    ['auth.failed', 3002, 1],
    ['authentication.failed', 3002, 1],
    ['access.checked', 6003, 2],
    ['flag.evaluated', 6003, 2],
  ])('FR-A003 takes %s, which is done to no thing, for class %i, activity %i', (action, uid, id) => {
    const activity = classify({ ...entry, action, resource: { type: 'invoice', id: 'inv_1' } });
    expect([activity.of.uid, activity.id]).toEqual([uid, id]);
  });

  it('FR-A003 takes our own refused authentication for a logon that failed', () => {
    const refused: AuditEntry = {
      ...entry,
      action: 'auth.failed',
      outcome: 'failure',
      reason: 'auth/revoked-key',
      actor: { type: 'api-key', id: 'key_1', name: 'worker' },
      resource: { type: 'operation', id: 'keys.list' },
      authentication: { mode: 'secret', keyId: 'key_1' },
    };
    expect(toOcsf(seal(refused), source)).toMatchObject({
      class_uid: 3002,
      class_name: 'Authentication',
      activity_id: 1,
      activity_name: 'Logon',
      type_uid: 300201,
      status_id: 2,
      status: 'Failure',
      status_detail: 'auth/revoked-key',
      user: { uid: 'key_1', name: 'worker' },
      service: { name: 'production' },
    });
  });

  it('FR-A003 shows a refusal as activity of the API, with what was decided', () => {
    const refused: AuditEntry = {
      ...entry,
      action: 'user.created',
      reason: 'auth/scope-missing',
      resource: { type: 'operation', id: 'users.create' },
      decision: { allowed: false, permission: 'tenancy:write', reason: 'auth/scope-missing' },
    };
    const { actor, ...event } = toOcsf(seal(refused), source);
    expect(event).toMatchObject({
      class_uid: 6003,
      activity_id: 1,
      status: 'Failure',
      status_detail: 'auth/scope-missing',
      api: { operation: 'user.created' },
      resources: [{ type: 'operation', uid: 'users.create' }],
    });
    expect(actor).toMatchObject({ authorizations: [{ decision: 'denied', policy: { name: 'tenancy:write' } }] });
    const reported: AuditEntry = { ...refused, reported: true };
    expect(classify(reported).of.uid).toBe(3001);
  });

  it('FR-A003 shows what access decided, by which policy and at which revision', () => {
    const checked = (decision: AuditEntry['decision'] & object): unknown =>
      toOcsf(seal({ ...entry, action: 'access.checked', decision }), source)['actor'];
    expect(checked({ allowed: true, permission: 'invoice:read', policyRevision: 7 })).toMatchObject({
      authorizations: [{ decision: 'allowed', policy: { name: 'invoice:read', version: '7' } }],
    });
    expect(checked({ allowed: false, policyRevision: 7 })).toMatchObject({ authorizations: [{ decision: 'denied' }] });
  });

  it('takes for activity of the API what is about no thing', () => {
    const { resource: _, ...aboutNothing } = entry;
    const activity = classify({ ...aboutNothing, action: 'flag.updated' });
    expect([activity.of.uid, activity.id]).toEqual([6003, 3]);
  });

  it('holds what the schema requires of its class, whatever the fields hold', () => {
    fc.assert(
      fc.property(sealedEntry, (sealed) => {
        const event = toOcsf(sealed, source);
        const uid = Number(event['class_uid']);
        expect(Object.keys(event)).toEqual(
          expect.arrayContaining([...requiredOfAll, ...(requiredOf[uid] ?? ['none'])]),
        );
        expect(event['type_uid']).toBe(uid * 100 + Number(event['activity_id']));
        expect(event['raw_data']).toBe(sealed.body);
      }),
    );
  });

  it("is read by Python's json, and gives the entry back", () => {
    const entries = hostileEntries(100);
    const script =
      'import sys, json\n' +
      'print(json.dumps([json.loads(json.loads(l)["raw_data"]) for l in sys.stdin.buffer.read().split(b"\\n") if l]))';
    expect(python(script, ocsf.encode(entries, source))).toEqual(entries.map(parsed));
  });
});
