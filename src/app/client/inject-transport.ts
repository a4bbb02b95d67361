import type { Json } from '../../engine/json.ts';
import type { ControlPlaneServer } from '../../server/control-plane-server.ts';
import type { Transport } from './transport.ts';

export interface InjectTransportOptions {
  readonly server: ControlPlaneServer;
  readonly headers: Readonly<Record<string, string>>;
  readonly description: string;
  /** Called once, when the client is closed. */
  readonly release: () => Promise<void>;
}

/** Talks to a server in this very process, through the same routes, checks and errors as over a network. */
export function injectTransport({ server, headers, description, release }: InjectTransportOptions): Transport {
  return {
    description,
    async send({ method, path, tenant, body }) {
      const response = await server.inject({
        method,
        path,
        headers: {
          ...headers,
          ...(tenant === undefined ? {} : { 'x-tenant-id': tenant }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer: Json = response.body === '' ? null : JSON.parse(response.body);
      return { status: response.status, body: answer };
    },
    stream: (path) => server.injectStream({ method: 'GET', path, headers }),
    close: release,
  };
}
