import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { octetCounted } from '../../../../src/components/audit/formats/syslog/octet-counting.ts';
import { syslog, syslogMessage } from '../../../../src/components/audit/formats/syslog/syslog.ts';
import type { SealedEntry } from '../../../../src/components/audit/entries/entry.ts';
import { hostileEntries, parsed, seal, sealedEntry, source } from '../hostile-entries.ts';
import { throughRsyslog } from './rsyslog.ts';

const login = seal(
  {
    id: 'aud_1',
    version: 1,
    timestamp: '2026-02-07T10:30:00.123+05:30',
    environment: 'production',
    action: 'auth.login',
    outcome: 'failure',
    actor: { type: 'user', id: 'a"b]c\\d', name: 'Zoë' },
  },
  3,
);

describe('entries as syslog', () => {
  it('is RFC 5424: what an entry is found by in the structured data, all of it in ASCII behind', () => {
    expect(syslogMessage(login, source)).toBe(
      '<108>1 2026-02-07T05:00:00.123Z dream.acme.com dream - auth.login [origin software="Dream" swVersion="1.2.3"]' +
        '[dream@32473 id="aud_1" sequence="3" environment="production" action="auth.login" outcome="failure" ' +
        `actorType="user" actorId="a\\"b\\]c\\\\d" actorName="Zoë" hash="${login.hash}" ` +
        `previousHash="${login.previousHash}"] {"sequence":3,"hash":"${login.hash}",` +
        `"previousHash":"${login.previousHash}","bytes":${Buffer.byteLength(login.body)},` +
        '"action":"auth.login","actor":{"id":"a\\"b]c\\\\d","name":"Zo\\u00eb","type":"user"},' +
        '"environment":"production","id":"aud_1","outcome":"failure","timestamp":"2026-02-07T10:30:00.123+05:30","version":1}',
    );
  });

  it("bears the operator's own enterprise number where there is one, and the nil value for what is not told", () => {
    const message = syslogMessage(login, { version: '1.2.3', enterpriseNumber: 4711 });
    expect(message).toMatch(/^<108>1 2026-02-07T05:00:00\.123Z - dream - auth\.login \[origin /);
    expect(message).toContain('[dream@4711 id="aud_1"');
  });

  it('is one line without controls, and within the lengths of the standard', () => {
    fc.assert(
      fc.property(sealedEntry, (entry) => {
        const message = syslogMessage(entry, source);
        expect(message).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(message).toMatch(
          /^<\d{3}>1 \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z dream\.acme\.com dream - [!-~]{1,32} \[/,
        );
      }),
    );
  });

  it.each(['\u061c', '\u200e', '\u200f', '\u202e', '\u2067'])(
    'writes out what turns the direction of writing: %j',
    (mark) => {
      const written = `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
      const message = syslogMessage(seal({ ...parsed(login), actor: { type: 'user', id: `a${mark}b` } }), source);
      expect(message).toContain(`actorId="a\\${written}b"`);
      expect(message).not.toContain(mark);
    },
  );

  it('counts octets, not characters', () => {
    expect(octetCounted('é😀')).toBe('6 é😀');
  });

  it("FR-A003 is read by Debian's rsyslog over TCP, element by element, whatever the fields hold", async () => {
    const entries = hostileEntries(300);
    const frames = entries.map((entry) => octetCounted(syslogMessage(entry, source))).join('');
    const received = await throughRsyslog(frames, entries.length);
    expect(received.map((message) => message['rfc5424-sd']['dream@32473'])).toEqual(entries.map(expectedData));
    expect(received.map(({ msg }) => JSON.parse(msg) as unknown)).toEqual(
      entries.map((entry) => ({
        sequence: entry.sequence,
        hash: entry.hash,
        previousHash: entry.previousHash,
        bytes: Buffer.byteLength(entry.body),
        ...parsed(entry),
      })),
    );
    expect(received.map(({ pri, host, app }) => [pri, host, app])).toEqual(
      entries.map((entry) => [parsed(entry).outcome === 'success' ? '109' : '108', 'dream.acme.com', 'dream']),
    );
  });

  it('is as many lines in a file as there are entries', () => {
    const entries = hostileEntries(50);
    expect(syslog.encode(entries, source).split('\n')).toHaveLength(51);
  });
});

function expectedData(sealed: SealedEntry): Record<string, string> {
  const entry = parsed(sealed);
  const told: Record<string, string | undefined> = {
    id: entry.id,
    sequence: String(sealed.sequence),
    environment: entry.environment,
    tenant: entry.tenantId,
    action: entry.action,
    outcome: entry.outcome,
    reason: entry.reason,
    actorType: entry.actor.type,
    actorId: entry.actor.id,
    actorName: entry.actor.name,
    actorEmail: entry.actor.email,
    ip: entry.actor.ip,
    country: entry.actor.location?.country,
    resourceType: entry.resource?.type,
    resourceId: entry.resource?.id,
    requestId: entry.requestId,
    hash: sealed.hash,
    previousHash: sealed.previousHash,
  };
  return Object.fromEntries(
    Object.entries(told).flatMap(([name, value]) => (value === undefined ? [] : [[name, visible(value)]])),
  );
}

function visible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
