import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import '../../../support/global-setup.ts';
import type { JsonObject } from '../../../../src/engine/json.ts';
import { textOf } from '../../../../src/engine/json-fields.ts';
import { anyDatabase, useDatabases } from '../../../support/databases.ts';
import { startSyslog } from '../../../support/syslog-server.ts';
import { debianTool } from '../formats/debian-tool.ts';
import { receivedByRsyslog } from '../formats/rsyslog.ts';
import { prepare } from './setting.ts';

/** Of this machine, made for this run. */
function makeCertificate(): { readonly key: string; readonly cert: string } {
  const directory = mkdtempSync(join(inject('temporary'), 'certificate-'));
  const [key, cert] = [join(directory, 'key.pem'), join(directory, 'cert.pem')];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', cert];
  const named = ['-subj', '/CN=logs', '-addext', 'subjectAltName=IP:127.0.0.1'];
  execFileSync(debianTool('openssl', 'openssl'), ['req', '-x509', ...made, ...named], { stdio: 'ignore' });
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

const stream = (syslog: JsonObject, more: JsonObject = {}): JsonObject => ({
  to: { syslog: { host: '127.0.0.1', ...syslog } },
  tenants: ['globex'],
  ...more,
});
const placeOf = (message: string): string | undefined => / sequence="(\d+)"/u.exec(message)?.[1];

anyDatabase((databases) => {
  describe('a stream to a syslog server', () => {
    it('FR-A005 sends messages by their octet counts, and again what a broken connection may have lost', async () => {
      const server = await startSyslog();
      const setting = await prepare(await databases.shared(), { logs: stream({ port: server.port, tls: false }) });
      server.breakOff(1);
      await setting.add(2);
      await setting.send();
      expect((await setting.list())[0]).toMatchObject({ state: 'failing', to: 'syslog', behind: { entries: 2 } });
      expect(server.messages.map(placeOf)).toEqual(['1']);
      setting.test.clock.advance(1_000);
      await setting.send();
      expect(server.messages.map(placeOf)).toEqual(['1', '1', '2', undefined]);
      expect(server.messages[3]).toMatch(/^<110>1 .* dream - audit\.manifest .*"upTo":2/u);
      expect((await setting.list())[0]).toMatchObject({ state: 'active', behind: { entries: 0, seconds: 0 } });
    });

    it('FR-A005 FR-A003 sends CEF over TLS to who proves to be who was meant, and to nobody else', async () => {
      const certificate = makeCertificate();
      const server = await startSyslog(certificate);
      const logs = stream({ port: server.port, ca: certificate.cert }, { format: 'cef', only: { action: 'auth.*' } });
      const setting = await prepare(await databases.shared(), {
        logs,
        trusting: stream({ port: server.port }),
      });
      await setting.add(1);
      await setting.add(1, { action: 'flag.updated' });
      await setting.send();
      const [streamed, distrusted] = await setting.list();
      expect(streamed).toMatchObject({ key: 'logs', state: 'active', behind: { entries: 0 } });
      expect(distrusted).toMatchObject({ key: 'trusting', state: 'failing' });
      expect(textOf(distrusted?.['lastError'])).toMatch(/^untrusted: the certificate cannot be trusted/u);
      expect(
        server.messages.map((message) => /CEF:0\|Dream\|Dream\|0\.0\.0-test\|([a-z.]+)\|/u.exec(message)?.[1]),
      ).toEqual(['auth.login', undefined]);
    });
  });
});

describe("Debian's rsyslog", () => {
  const databases = useDatabases('postgres');

  it('FR-A005 ends each connection when it has taken the batch, and reads all of it', async () => {
    const setting = await prepare(await databases.shared(), {});
    let ids: readonly string[] = [];
    const received = await receivedByRsyslog(async (port) => {
      await setting.apply({ logs: stream({ port, tls: false }) });
      ids = await setting.add(3);
      // It may not be listening yet.
      for (let attempt = 0; attempt < 2_000; attempt += 1) {
        await setting.send();
        if ((await setting.list())[0]?.['state'] === 'active') return;
        setting.test.clock.advance(300_000);
        await sleep(50);
      }
    }, 4);
    expect(received.map((message) => message['rfc5424-sd']['dream@32473']?.['id'])).toEqual([...ids, undefined]);
    expect((await setting.list())[0]).toMatchObject({ state: 'active', behind: { entries: 0 } });
  });
});
