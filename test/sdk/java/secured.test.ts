// The SDK for Java over TLS: to the host that it asked for, and to no other.
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { createServer as createSilentServer, type Server as SilentServer } from 'node:net';
import { join } from 'node:path';
import { execa } from 'execa';
import { expect, inject, onTestFinished, test } from 'vitest';
import { debianTool } from '../../components/audit/formats/debian-tool.ts';
import { javaParameters } from './compiled-java.ts';
import { hasJdk, jdkNeeds } from './jdk.ts';
import { notTried } from '../../support/not-tried.ts';

interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** Paths of files, made for this run. */
function makeCertificate(name: string): Certificate {
  const directory = mkdtempSync(join(inject('temporary'), 'certificate-'));
  const [key, cert] = [join(directory, 'key.pem'), join(directory, 'cert.pem')];
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-keyout', key, '-out', cert];
  const named = ['-subj', '/CN=127.0.0.1', '-addext', `subjectAltName=${name}`];
  execFileSync(debianTool('openssl', 'openssl'), ['req', '-x509', ...made, ...named], { stdio: 'ignore' });
  return { key, cert };
}

/** Answers with a tenant, and with a stream of one event that does not end. */
async function startSecured({ key, cert }: Certificate): Promise<string> {
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
    if (request.url === '/v1/flag-ruleset/stream') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: x\n\n');
    } else {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"acme"}');
    }
  });
  onTestFinished(() => server.closeAllConnections());
  return `https://${await listening(server)}`;
}

async function listening(server: Server | SilentServer): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No loopback port.');
  return `127.0.0.1:${address.port}`;
}

if (hasJdk()) {
  test('P13 a server is believed by its certificate alone, and a secured connection can be given up as any other', async () => {
    const [own, other, unknown] = ['IP:127.0.0.1', 'DNS:elsewhere.test', 'IP:127.0.0.1'].map(makeCertificate);
    if (own === undefined || other === undefined || unknown === undefined) throw new Error('No certificates.');
    const urls = await Promise.all([own, other, unknown].map(startSecured));
    const silent = createSilentServer((socket) => onTestFinished(() => void socket.destroy()));
    urls.push(`https://${await listening(silent)}`);
    const { stdout, stderr } = await execa('java', [
      ...(await javaParameters('Secured')),
      ...urls,
      own.cert,
      other.cert,
    ]);
    expect(stderr).toBe('');
    expect(stdout.split('\n')).toEqual([
      'answered',
      'stream closed',
      'stream interrupted',
      'of another host: refused',
      'untrusted: refused',
      'silent: given up',
    ]);
  });
} else {
  notTried('the SDK for Java is not tried over TLS', jdkNeeds);
}
