import { Dream, type ClientOptions } from '../../../../sdks/typescript/src/index.ts';

/** A token as an identity provider makes them, but for a signature that anybody would take. */
export function tokenOf(claims: object, head: object = { alg: 'ES256' }): string {
  const parts = [head, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  return [...parts, 'c2lnbmF0dXJl'].join('.');
}

export interface Said {
  status: number;
  json: object;
}

/** A client whose server answers from memory, and what it was asked. */
export function scriptedDream(options: ClientOptions = {}) {
  const asked: string[] = [];
  const said: { me: Said | Error; check: Said | Error } = {
    me: {
      status: 200,
      json: {
        id: 'ada',
        tenantId: 'acme',
        roles: ['editor'],
        permissions: ['invoice:*'],
        plan: 'pro',
        sessionId: null,
      },
    },
    check: { status: 200, json: { id: 'dec_1', allowed: true, policyRevision: 1 } },
  };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const headers = new Headers(init?.headers);
    const body = typeof init?.body === 'string' ? ` ${init.body}` : '';
    asked.push(`${pathname} ${headers.get('x-tenant-id') ?? '-'} ${headers.get('authorization')?.slice(-12)}${body}`);
    await Promise.resolve();
    const answer = pathname === '/v1/me' ? said.me : said.check;
    if (answer instanceof Error) throw answer;
    return Response.json(answer.json, { status: answer.status });
  };
  const client = new Dream({
    baseUrl: 'http://127.0.0.1:9',
    publishableKey: 'pk_test_1',
    maxRetries: 0,
    fetch,
    ...options,
  });
  return { asked, client, said };
}

/** What the server says where something is wrong. */
export function wrong(status: number, code: string): Said {
  const error = { code, message: 'For developers only.', userMessage: 'For everybody.', requestId: 'req_dream' };
  return { status, json: { success: false, error } };
}
