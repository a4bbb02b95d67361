import { expect, test } from 'vitest';
import { formatStream, formatStreams, type StreamFacts } from '../../src/views/audit/streams.ts';
import { plainStyle } from '../../src/views/style.ts';
import { commandsOnPostgres } from '../support/commands.ts';
import { projectFolder } from '../support/project-folder.ts';

const stream = `
kind: AuditStream
key: siem
to: { splunk: { url: 'https://splunk.acme.com:8088', token: '\${secrets.SPLUNK}' } }
`;

test('FR-A005 streams are listed with how they go, and one is shown chain by chain', async () => {
  const dream = await commandsOnPostgres(projectFolder({ 'stream.yaml': stream }));
  expect(await dream('audit', 'streams')).toMatchObject({
    exitCode: 0,
    stdout: 'There are no streams. Describe one by an AuditStream in your files.\n',
  });
  expect(await dream('apply')).toMatchObject({ exitCode: 0 });
  expect((await dream('audit', 'streams')).stdout).toMatch(
    /^KEY +TO +STATE +BEHIND +LAST SENT +LAST ERROR\nsiem +splunk +active +\S.* –/u,
  );
  expect((await dream('audit', 'streams', '--json')).json()).toMatchObject({
    streams: [{ key: 'siem', to: 'splunk', state: 'active', lastError: null, pruned: 0 }],
    pagination: { totalItems: 1 },
  });
  expect((await dream('audit', 'streams', 'siem', '--json')).json()).toMatchObject({
    key: 'siem',
    chains: expect.any(Array),
  });
  expect(await dream('audit', 'streams', 'other')).toMatchObject({
    exitCode: 1,
    stderr: expect.stringContaining("no AuditStream 'other'"),
  });
});

test('FR-A005 a stream that fails says since when, why, how far it has come and when it is tried again', () => {
  const failing: StreamFacts = {
    key: 'siem',
    to: 'webhook',
    state: 'error',
    lastError: 'answered 503\u001b[31m',
    failingSince: '2026-11-10T10:00:00.000Z',
    nextAt: '2026-11-21T11:00:00.000Z',
    deliveredAt: '2026-11-10T09:59:00.000Z',
    behind: { entries: 1200, seconds: 954_000.4 },
    pruned: 1,
  };
  expect(formatStreams([failing], { page: 1, totalItems: 1, totalPages: 1 }, plainStyle)).toBe(
    [
      'KEY   TO       STATE                             BEHIND                    LAST SENT             LAST ERROR',
      'siem  webhook  error since 2026-11-10 10:00 UTC  1,200 entries, 954,000 s  2026-11-10 09:59 UTC  answered 503\\u{1b}[31m',
    ].join('\n'),
  );
  const chains = [{ tenant: 'globex', sequence: 7, size: 1207, pruned: 1 }];
  expect(formatStream({ ...failing, chains }, plainStyle)).toBe(
    [
      'siem  webhook  error since 2026-11-10 10:00 UTC',
      '1,200 entries, 954,000 s behind, last sent 2026-11-10 09:59 UTC, tried again 2026-11-21 11:00 UTC',
      'answered 503\\u{1b}[31m',
      '1 entry deleted before being sent',
      '',
      'TENANT  SENT  SEALED  BEHIND  DELETED',
      'globex  7     1,207   1,200   1',
    ].join('\n'),
  );
});
