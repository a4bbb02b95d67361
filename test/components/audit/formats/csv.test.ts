import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../../src/components/audit/formats/csv/csv.ts';
import { guardFormula } from '../../../../src/components/audit/formats/csv/guard-formula.ts';
import { hostileEntries, parsed, source, text } from '../hostile-entries.ts';
import { python } from './debian-tool.ts';

const header =
  'sequence,id,timestamp,recordedAt,environment,tenantId,action,outcome,reason,actorType,actorId,actorName,actorEmail,' +
  'ip,country,userAgent,resourceType,resourceId,resourceName,before,after,changes,requestId,authentication,keyId,' +
  'sessionId,allowed,permission,decisionReason,decisionId,policyRevision,personal,metadata,hash,previousHash,' +
  'reported,invalidIp';

describe('entries as CSV', () => {
  it('has the same header for ever', () => {
    expect(csv.beginning.replaceAll('"', '')).toBe(`${header}\r\n`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠1'])(
    'makes a text of the formula %j',
    (cell) => {
      expect(guardFormula(cell)).toBe(`'${cell}`);
    },
  );

  it('leaves what is no formula as it is', () => {
    expect(["'t Hart", 'a=1', '', ' =1', "'"].map(guardFormula)).toEqual(["'t Hart", 'a=1', '', ' =1', "'"]);
  });

  it('gives back what was guarded', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.stringMatching(/^'{0,3}[=+@a-]/)), (cell) => {
        const guarded = guardFormula(cell);
        expect(unguarded(guarded)).toBe(cell);
        expect(guarded).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });

  it("FR-A003 is read by Python's csv, cell by cell, whatever the fields hold", () => {
    const entries = hostileEntries(300);
    const script =
      'import sys, csv, json, io\n' +
      'text = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8", newline="")\n' +
      'print(json.dumps(list(csv.DictReader(text, strict=True))))';
    const rows = python(script, csv.beginning + csv.encode(entries, source)) as Record<string, string>[];
    expect(
      rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, unguarded(cell)]))),
    ).toEqual(
      entries.map((sealed) => {
        const entry = parsed(sealed);
        return {
          sequence: String(sealed.sequence),
          id: entry.id,
          timestamp: entry.timestamp,
          recordedAt: entry.recordedAt ?? '',
          environment: entry.environment,
          tenantId: entry.tenantId ?? '',
          action: entry.action,
          outcome: entry.outcome,
          reason: entry.reason ?? '',
          actorType: entry.actor.type,
          actorId: entry.actor.id,
          actorName: entry.actor.name ?? '',
          actorEmail: entry.actor.email ?? '',
          ip: entry.actor.ip ?? '',
          country: entry.actor.location?.country ?? '',
          userAgent: entry.actor.userAgent ?? '',
          resourceType: entry.resource?.type ?? '',
          resourceId: entry.resource?.id ?? '',
          resourceName: entry.resource?.name ?? '',
          before: entry.before === undefined ? '' : JSON.stringify(entry.before),
          after: entry.after === undefined ? '' : JSON.stringify(entry.after),
          changes: entry.changes === undefined ? '' : JSON.stringify(entry.changes),
          requestId: entry.requestId ?? '',
          authentication: '',
          keyId: '',
          sessionId: '',
          allowed: '',
          permission: '',
          decisionReason: '',
          decisionId: '',
          policyRevision: '',
          personal: '',
          metadata: entry.metadata === undefined ? '' : JSON.stringify(entry.metadata),
          hash: sealed.hash,
          previousHash: sealed.previousHash,
          reported: '',
          invalidIp: '',
        };
      }),
    );
  });
});

function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
