// Entries as nobody would wish for them: every text may hold anything that text can hold.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import type { AuditEntry, SealedEntry } from '../../../src/components/audit/entries/entry.ts';
import type { EntrySource } from '../../../src/components/audit/formats/format.ts';

export const source: EntrySource = { version: '1.2.3', host: 'dream.acme.com' };

const spiteful = fc.constantFrom(
  "=cmd|' /C calc'!A0",
  '+1',
  '-1',
  '@SUM(1)',
  "'=1",
  "''@x",
  '\t=1',
  '\r\nCEF:0|Evil|Evil|1|1|owned|10|act=none',
  '\n<109>1 - - - - - - owned',
  'a|b\\|c\\\\',
  'src=1.2.3.4 act=x\\=y',
  ' leading and trailing ',
  'ends with \\',
  '"] owned="yes',
  '\u0000\u0001\u001b[31m\u007f\u0085\u2028\u2029',
  '\u202egnp.exe',
  'a\u200fb\u200ec\u061cd',
  '\ufeffmark',
  '😀 ﷽ é e\u0301',
  'a;=1',
  '"',
  '',
  '\\n',
  '\\u0007',
);
export const text = fc.oneof(spiteful, fc.string({ unit: 'binary' }), fc.string());
const named = text.filter((value) => value !== '');

const entry: fc.Arbitrary<AuditEntry> = fc.record(
  {
    id: fc.stringMatching(/^aud_[0-9A-Z]{26}$/),
    version: fc.constant(1 as const),
    timestamp: fc
      // rsyslog knows no year after 2099.
      .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString()),
    recordedAt: fc.constant('2026-11-21T09:00:00.000Z'),
    environment: fc.constantFrom('production', 'staging'),
    tenantId: named,
    action: fc.oneof(fc.constantFrom('user.role_assigned', 'auth.login', 'flag.updated'), named),
    outcome: fc.constantFrom('success' as const, 'failure' as const, 'denied' as const),
    actor: fc.record(
      {
        type: fc.constantFrom('user', 'api-key', 'system'),
        id: named,
        name: text,
        email: text,
        ip: fc.oneof(fc.ipV4(), fc.ipV6(), text),
        userAgent: text,
        location: fc.record({ country: fc.constant('IN'), data: fc.constant('iptoasn 2026-06-17') }),
      },
      { requiredKeys: ['type', 'id'] },
    ),
    resource: fc.record(
      { type: fc.oneof(fc.constant('user'), named), id: named, name: text },
      { requiredKeys: ['type', 'id'] },
    ),
    before: fc.oneof(fc.constant(null), fc.record({ role: text })),
    after: fc.record({ role: text }),
    changes: fc.array(fc.record({ action: named, resource: fc.record({ type: named, id: named }), after: text }), {
      maxLength: 2,
    }),
    reason: text,
    requestId: named,
    metadata: fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true }),
  },
  {
    requiredKeys: ['id', 'version', 'timestamp', 'environment', 'action', 'outcome', 'actor'],
  },
);

export const sealedEntry: fc.Arbitrary<SealedEntry> = fc
  .record({ entry, sequence: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }) })
  .map(({ entry: made, sequence }) => seal(made, sequence));

/** The same ones in each run. Their spite is in their texts, and hundreds of them hold all of it. */
export function hostileEntries(count: number): readonly SealedEntry[] {
  return fc.sample(sealedEntry, { numRuns: count, seed: 11 });
}

export function seal(made: AuditEntry, sequence = 1): SealedEntry {
  const body = canonicalize(made);
  if (body === undefined) throw new Error('An entry is an object.');
  return { sequence, hash: hashOf(body), previousHash: hashOf(`before ${sequence}`), body };
}

export function parsed({ body }: SealedEntry): AuditEntry {
  return JSON.parse(body) as AuditEntry;
}

function hashOf(body: string): `sha256:${string}` {
  return `sha256:${createHash('sha256').update(body).digest('hex')}`;
}
