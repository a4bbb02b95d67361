import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { cef, cefLine } from '../../../../src/components/audit/formats/cef/cef.ts';
import { cutText } from '../../../../src/components/audit/formats/cut-text.ts';
import type { AuditEntry, SealedEntry } from '../../../../src/components/audit/entries/entry.ts';
import { hostileEntries, parsed, seal, sealedEntry, source } from '../hostile-entries.ts';
import { debianTool } from './debian-tool.ts';
import '../../../support/global-setup.ts';

const assigned: AuditEntry = {
  id: 'aud_1',
  version: 1,
  timestamp: '2026-02-07T10:30:00.000Z',
  environment: 'production',
  tenantId: 'acme',
  action: 'user.role_assigned',
  outcome: 'success',
  actor: { type: 'user', id: 'user_abc', email: 'admin@acme.com', ip: '203.0.113.42', userAgent: 'curl/8' },
  resource: { type: 'user', id: 'user_def', name: 'Jane' },
  before: { role: 'viewer' },
  after: { role: 'admin' },
  requestId: 'req_1',
};

describe('entries as CEF', () => {
  it('names what a SIEM asks for by the keys of revision 25', () => {
    const sealed = seal(assigned, 7);
    expect(cefLine(sealed, source)).toBe(
      'CEF:0|Dream|Dream|1.2.3|user.role_assigned|User role assigned|3|rt=1770460200000 externalId=aud_1 ' +
        'act=user.role_assigned cat=user outcome=success suid=user_abc suser=admin@acme.com spriv=user ' +
        'src=203.0.113.42 requestClientApplication=curl/8 duid=user_def duser=Jane dvchost=dream.acme.com ' +
        'deviceFacility=production cs1Label=tenant cs1=acme cs2Label=resourceType cs2=user cs3Label=resourceId ' +
        'cs3=user_def cs4Label=before cs4={"role":"viewer"} cs5Label=after cs5={"role":"admin"} ' +
        `cs6Label=hash cs6=${sealed.hash} cn1Label=sequence cn1=7 flexString1Label=requestId flexString1=req_1`,
    );
  });

  it('FR-A003 labels the permission that was asked for, and the mode of authentication where none was', () => {
    const signedIn: AuditEntry = { ...assigned, authentication: { mode: 'secret' } };
    expect(cefLine(seal(signedIn), source)).toMatch(/ flexString2Label=authentication flexString2=secret$/u);
    const decided: AuditEntry = { ...signedIn, decision: { allowed: true, permission: 'invoice:read' } };
    expect(cefLine(seal(decided), source)).toMatch(/ flexString2Label=permission flexString2=invoice:read$/u);
    expect(cefLine(seal(assigned), source)).not.toContain('flexString2');
  });

  it('escapes in the header what divides it, and in values what divides those', () => {
    const line = cefLine(
      seal({ ...assigned, action: 'a|b\\c=d\n', actor: { type: 'user', id: 'a|b\\c=d\r\n\u0007' } }),
      source,
    );
    expect(line).toContain('|a\\|b\\\\c=d\\\\u000a|');
    expect(line).toContain(' suid=a|b\\\\c\\=d\\r\\n\\\\u0007 ');
  });

  it.each(['\u061c', '\u200e', '\u200f', '\u202e', '\u2067'])(
    'writes out what turns the direction of writing: %j',
    (mark) => {
      const written = `\\\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`;
      const line = cefLine(
        seal({ ...assigned, action: `a${mark}b`, actor: { type: 'user', id: `c${mark}d` } }),
        source,
      );
      expect(line).toContain(`|a${written}b|`);
      expect(line).toContain(` suid=c${written}d `);
    },
  );

  it('puts an address of version 6 where it belongs, and what is no address with neither', () => {
    const from = (ip: string): string => cefLine(seal({ ...assigned, actor: { type: 'user', id: 'u', ip } }), source);
    expect(from('2001:db8::1')).toContain(' c6a2Label=Source IPv6 Address c6a2=2001:db8::1 ');
    expect(from('2001:db8::1')).not.toContain(' src=');
    expect(from('unknown')).toContain(' shost=unknown ');
  });

  it('is one line, whatever the fields hold', () => {
    fc.assert(
      fc.property(sealedEntry, (entry) => {
        expect(cefLine(entry, source)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
      }),
    );
  });

  it("FR-A003 is read by Debian's lognormalizer, key by key, whatever the fields hold", () => {
    const entries = hostileEntries(300);
    const read = lognormalizer(cef.encode(entries, source));
    expect(read.map(({ Extensions }) => Extensions)).toEqual(entries.map(expectedExtension));
    expect(read.map(({ SignatureID }) => SignatureID)).toEqual(
      entries.map((entry) => cutText(visible(parsed(entry).action), 1023)),
    );
  });
});

interface CefEvent {
  readonly SignatureID: string;
  readonly Extensions: { readonly [key: string]: string };
}

function lognormalizer(lines: string): readonly CefEvent[] {
  const program = debianTool('lognormalizer', 'liblognorm-utils');
  const rules = join(mkdtempSync(join(inject('temporary'), 'cef-')), 'cef.rulebase');
  writeFileSync(rules, 'version=2\nrule=:%event:cef%\n');
  // It takes the first character of the extension for the space that does not stand there.
  const input = lines.replaceAll(/\|(\d+)\|rt=/g, '|$1| rt=');
  const output = execFileSync(program, ['-r', rules, '-e', 'json'], { input, encoding: 'utf8', maxBuffer: 1e8 });
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { event: CefEvent }).event);
}

function expectedExtension(sealed: SealedEntry): CefEvent['Extensions'] {
  const entry = parsed(sealed);
  const { actor, resource } = entry;
  const value = (key: string, longest: number, held: string | undefined): Record<string, string> =>
    held === undefined || held === '' ? {} : { [key]: visible(cutText(held, longest), '\n\r') };
  const custom = (key: string, label: string, held: string | undefined, longest = 4000): Record<string, string> =>
    held === undefined || held === '' ? {} : { [`${key}Label`]: label, ...value(key, longest, held) };
  const json = (held: unknown): string | undefined => (held === undefined ? undefined : JSON.stringify(held));
  const user = resource?.type === 'user' ? resource : undefined;
  const isIp = (version: RegExp): string | undefined =>
    actor.ip !== undefined && version.test(actor.ip) ? actor.ip : undefined;
  const four = isIp(/^\d+\.\d+\.\d+\.\d+$/);
  const six = isIp(/^[\da-f]*:[\da-f:.]*:[\da-f.]*$/i);
  return {
    rt: String(Date.parse(entry.timestamp)),
    externalId: entry.id,
    ...value('act', 63, entry.action),
    ...value('cat', 1023, entry.action.split('.')[0]),
    outcome: entry.outcome,
    ...value('reason', 1023, entry.reason),
    ...value('suid', 1023, actor.id),
    ...value('suser', 1023, actor.email ?? actor.name),
    spriv: actor.type,
    ...value('src', 15, four),
    ...custom('c6a2', 'Source IPv6 Address', six),
    ...value('shost', 1023, four === undefined && six === undefined ? actor.ip : undefined),
    ...value('requestClientApplication', 1023, actor.userAgent),
    ...value('duid', 1023, user?.id),
    ...value('duser', 1023, user?.name),
    dvchost: 'dream.acme.com',
    deviceFacility: entry.environment,
    ...custom('cs1', 'tenant', entry.tenantId),
    ...custom('cs2', 'resourceType', resource?.type),
    ...custom('cs3', 'resourceId', resource?.id),
    ...custom('cs4', 'before', json(entry.before)),
    ...(entry.changes === undefined
      ? custom('cs5', 'after', json(entry.after))
      : custom('cs5', 'changes', json(entry.changes))),
    ...custom('cs6', 'hash', sealed.hash),
    ...custom('cn1', 'sequence', String(sealed.sequence)),
    ...custom('flexString1', 'requestId', entry.requestId, 1023),
  };
}

/** As a reader sees it: controls written out. */
function visible(text: string, except = ''): string {
  return Array.from(text)
    .map((character) =>
      /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(character) && !except.includes(character)
        ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
        : character,
    )
    .join('');
}
