import { createServer, type IncomingMessage } from 'node:http';
import { onTestFinished } from 'vitest';

interface Said {
  readonly status: number;
  readonly json: object;
}

/** A control plane that answers from memory, and what it was asked. */
export async function scriptedServer() {
  const asked: string[] = [];
  const user = {
    id: 'ada',
    tenantId: 'acme',
    roles: ['editor'],
    permissions: ['invoice:*'],
    plan: 'pro',
    sessionId: null,
  };
  const said: { me: Said; check: Said } = {
    me: { status: 200, json: user },
    check: { status: 200, json: { id: 'dec_1', allowed: true, policyRevision: 1 } },
  };
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const { authorization = '', 'x-publishable-key': key, 'x-tenant-id': tenant = '-' } = request.headers;
      asked.push([request.url, tenant, key, authorization.slice(-12), ...(body === '' ? [] : [body])].join(' '));
      const { json, status } = request.url === '/v1/me' ? said.me : said.check;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No loopback port.');
  return { asked, said, user, url: `http://127.0.0.1:${address.port}` };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
}

/** A token as an identity provider makes them, but for a signature that anybody would take. */
export function tokenOf(claims: object): string {
  const parts = [{ alg: 'ES256' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return [...parts, 'c2lnbmF0dXJl'].join('.');
}

/** What the server says where something is wrong. */
export function wrong(status: number, code: string): Said {
  const error = { code, message: 'For developers only.', userMessage: 'For everybody.', requestId: 'req_dream' };
  return { status, json: { success: false, error } };
}
