// What the snippets of the README ask: a server with one tenant more than most.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TestFlagData } from '../../../../src/components/features/client/index.ts';

const tenants = ['acme', 'globex'].map((id) => ({ id, name: id === 'acme' ? 'Acme' : 'Globex' }));
const pagination = { page: 1, pageSize: 50, totalItems: 2, totalPages: 1, hasNext: false, hasPrevious: false };

const answers: Readonly<Record<string, unknown>> = {
  'GET /v1/tenants': { data: tenants, pagination },
  'GET /v1/tenants/acme': tenants[0],
  'POST /v1/tenants': tenants[1],
  'POST /v1/access/check': { id: 'dec_1', allowed: true, policyRevision: 1 },
  'POST /v1/access/decisions': { logged: 1, unknownTenants: [] },
  'GET /v1/me': { id: 'ada', tenantId: 'acme', roles: ['viewer'], permissions: ['invoice:read'], plan: 'pro' },
  'GET /v1/access/policy': {
    revision: 1,
    roles: {
      accountant: [
        { permission: 'invoice:read' },
        { permission: 'invoice:approve', condition: 'resource.amount < 1.0' },
      ],
    },
    resourceTypes: { invoice: ['read', 'approve'] },
    scopes: {},
    relationActions: {},
  },
  'POST /v1/entitlements/evaluate': {
    sso: { entitled: true, type: 'switch' },
    seats: { entitled: false, type: 'quantity' },
  },
  'POST /v1/entitlements/use': { allowed: true, access: { entitled: true, type: 'quantity' } },
};

/** What clients do beside what they are asked; when, is their own affair. */
const background: readonly string[] = [
  '/v1/flag-ruleset/stream',
  '/v1/flag-reports',
  '/v1/events/stream?types=revision.applied',
];

export interface ReadmeServer {
  readonly url: string;
  /** `POST /v1/tenants` with the headers that matter to a snippet. */
  readonly requests: readonly string[];
  /** Addresses that clients asked beside that. */
  readonly background: ReadonlySet<string>;
  close(): void;
}

export async function startReadmeServer(): Promise<ReadmeServer> {
  const requests: string[] = [];
  const beside = new Set<string>();
  const server = createServer((request, response) => {
    const { authorization = '', 'idempotency-key': key = '', 'x-tenant-id': tenant = '' } = request.headers;
    const given =
      request.method === 'POST' ? [authorization, tenant, key.length === 36 ? 'random' : key] : [authorization];
    if (background.includes(request.url ?? '')) beside.add(request.url ?? '');
    else requests.push([request.method, request.url, ...given.filter(Boolean)].join(' '));
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = addressOf(server.address());
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, requests, background: beside, close };
}

function answer({ method, url = '' }: IncomingMessage, response: ServerResponse): void {
  const [path = ''] = url.split('?');
  response.setHeader('x-request-id', 'req_1');
  if (path === '/v1/flag-ruleset/stream') {
    response.setHeader('content-type', 'text/event-stream');
    response.write(`event: put\nid: 1\ndata: ${JSON.stringify({ version: '1', ruleset: ruleset() })}\n\n`);
    return;
  }
  if (path === '/v1/events/stream') {
    response.setHeader('content-type', 'text/event-stream');
    // Nothing is applied.
    if (url !== path) return response.flushHeaders();
    response.write('id: evt_1\ndata: {"type":"tenant.created"}\n\nid: evt_2\ndata: {"type":"flag.updated"}\n\n');
    return;
  }
  if (path === '/v1/audit/export') {
    response.setHeader('content-type', 'application/x-ndjson');
    response.end('{"id":"one"}\n{"id":"manifest"}\n');
    return;
  }
  const body = answers[`${method} ${path}`];
  response.statusCode = body === undefined ? 404 : 200;
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify(
      body ?? { success: false, error: { code: 'tenants/not-found', message: 'No.', userMessage: 'No.' } },
    ),
  );
}

function ruleset(): object {
  const data = TestFlagData.create();
  data.flag('new-menu').rule({ 'tenant.plan': 'pro' }, 'on').fallthrough('off');
  return data.ruleset();
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address;
}
