import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ndjson, ndjsonLine } from '../../../../src/components/audit/formats/ndjson.ts';
import { hostileEntries, parsed, sealedEntry, seal, source } from '../hostile-entries.ts';
import { python } from './debian-tool.ts';

describe('entries as NDJSON', () => {
  it('stands in one flat object, the place in the chain first', () => {
    const entry = seal({
      id: 'aud_1',
      version: 1,
      timestamp: '2026-02-07T10:30:00.000Z',
      environment: 'production',
      action: 'user.updated',
      outcome: 'success',
      actor: { type: 'user', id: 'user_abc' },
    });
    expect(ndjsonLine(entry)).toBe(
      `{"sequence":1,"hash":"${entry.hash}","previousHash":"${entry.previousHash}","bytes":${entry.body.length},` +
        '"action":"user.updated","actor":{"id":"user_abc","type":"user"},"environment":"production","id":"aud_1",' +
        '"outcome":"success","timestamp":"2026-02-07T10:30:00.000Z","version":1}',
    );
  });

  it('gives back the stored bytes without parsing, with personal payload behind them or not', () => {
    const personal = { payload: '{"email":"ada@acme.com"}', salt: '00ff' };
    fc.assert(
      fc.property(sealedEntry, fc.boolean(), (entry, withPersonal) => {
        const line = Buffer.from(ndjsonLine(entry, withPersonal ? personal : undefined));
        const bytes = /^\{"sequence":\d+,"hash":"sha256:\w{64}","previousHash":"sha256:\w{64}","bytes":(\d+),/.exec(
          line.toString(),
        );
        const start = Buffer.byteLength(bytes?.[0] ?? '');
        const cut = line.subarray(start, start + Number(bytes?.[1]) - 2).toString();
        expect(`{${cut}}`).toBe(entry.body);
        expect(line.includes('\n')).toBe(false);
      }),
    );
  });

  it("FR-A003 is read by Python's json, line by line, whatever the fields hold", () => {
    const entries = hostileEntries(300);
    const script =
      'import sys, json\nprint(json.dumps([json.loads(l) for l in sys.stdin.buffer.read().split(b"\\n") if l]))';
    expect(python(script, ndjson.encode(entries, source))).toEqual(
      entries.map((entry) => ({
        sequence: entry.sequence,
        hash: entry.hash,
        previousHash: entry.previousHash,
        bytes: Buffer.byteLength(entry.body),
        ...parsed(entry),
      })),
    );
  });
});
