import type { Json } from '../../engine/json.ts';
import { makeError, type PlatformError } from '../../engine/platform-error/index.ts';
import type { ControlPlaneRequest, Transport } from './transport.ts';
import { clientErrors } from './errors.ts';
import { connectTo } from './exchange.ts';

export interface HttpTransportOptions {
  /** Without a slash at its end; paths of requests are added to it. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly description: string;
  /** A fresh key for each mutation, so that a retry after a lost answer does nothing twice. */
  readonly idempotencyKey: () => string;
}

/** A large apply on a busy server takes its time; a dead server is noticed by the connection, not by this. */
const patience = { connecting: 10_000, answering: 300_000 } as const;
const attempts = 3;

/** Talks to a server over HTTP. Its connections are its own: two clients never share one. */
export function httpTransport({ url, headers, description, idempotencyKey }: HttpTransportOptions): Transport {
  const server = new URL(url);
  const connection = connectTo(server, patience);
  const prefix = server.pathname === '/' ? '' : server.pathname;
  return {
    description,
    async send({ method, path, tenant, body }) {
      const request = {
        method,
        path: prefix + path,
        headers: {
          ...headers,
          accept: 'application/json',
          ...(tenant === undefined ? {} : { 'x-tenant-id': tenant }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(method === 'GET' ? {} : { 'idempotency-key': idempotencyKey() }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      };
      const { status, text } = await withRetries(url, method, () => connection.exchange(request));
      return { status, body: text === '' ? null : parseAnswer(text, url) };
    },
    stream: async (path) => {
      try {
        return await connection.stream({ method: 'GET', path: prefix + path, headers });
      } catch (cause) {
        throw unreachable(url, cause, false);
      }
    },
    close: async () => connection.close(),
  };
}

async function withRetries<T>(
  url: string,
  method: ControlPlaneRequest['method'],
  attempt: () => Promise<T>,
): Promise<T> {
  for (let round = 1; ; round += 1) {
    try {
      return await attempt();
    } catch (cause) {
      const passing = isPassing(cause);
      if (round === attempts || !passing) throw unreachable(url, cause, method !== 'GET' && (passing || round > 1));
    }
  }
}

/** `lost`: the server may have had the request, and have done what it asks. */
function unreachable(url: string, cause: unknown, lost: boolean): PlatformError {
  const message = `${url} cannot be reached: ${reasonOf(cause)}`;
  const hint =
    'The connection broke before the answer came: it was done whole or not at all, see dream history once the server is back.';
  return makeError(clientErrors.unreachable, { message, cause, ...(lost ? { details: { hint } } : {}) });
}

/** A connection cut in the middle may work again at once; one that is refused will not. */
function isPassing(cause: unknown): boolean {
  const code = codeOf(cause);
  return code === 'ECONNRESET' || code === 'EPIPE';
}

function reasonOf(cause: unknown): string {
  const code = codeOf(cause);
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no host of that name';
  if (cause instanceof Error && cause.message !== '') return cause.message;
  return typeof code === 'string' ? code : 'for an unknown reason';
}

function codeOf(cause: unknown): unknown {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
}

function parseAnswer(text: string, url: string): Json {
  try {
    const answer: Json = JSON.parse(text);
    return answer;
  } catch (cause) {
    throw makeError(clientErrors.notDream, {
      message: `${url} answered with something that is not JSON: ${text.slice(0, 80)}`,
      cause,
    });
  }
}
