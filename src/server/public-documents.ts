import type { FastifyInstance } from 'fastify';
import type { PublicDocument } from './public-document.ts';

/** What is mounted, with GET: the documents at their paths. */
export interface MountedDocument extends PublicDocument {
  readonly method: 'GET';
}

/**
 * Where each document is found. A server that is reached below a path, as https://acme.com/dream, has its
 * well-known documents at the root of the host, with that path after their own (RFC 8615).
 */
export function placeDocuments(
  documents: readonly PublicDocument[],
  publicUrl: string | undefined,
): readonly MountedDocument[] {
  const below = publicUrl === undefined ? '' : new URL(publicUrl).pathname.replace(/\/+$/u, '');
  return documents.flatMap((document) => {
    const mounted: MountedDocument = { ...document, method: 'GET' };
    return below === '' ? [mounted] : [mounted, { ...mounted, path: `${document.path}${below}` }];
  });
}

/** Answers with the documents. Without a `publicUrl`, the base is what the request's own Host header says. */
export function mountDocuments(
  app: FastifyInstance,
  documents: readonly MountedDocument[],
  publicUrl: string | undefined,
): void {
  for (const { id, path, render } of documents) {
    app.get(path, { config: { operation: id } }, async (request, reply) => {
      const base = publicUrl ?? baseOf(request.headers.host);
      return reply.type('application/json; charset=utf-8').send(JSON.stringify(render(base)));
    });
  }
}

/** Whoever reaches this machine by its loopback name reaches it in the clear; everybody else through TLS. */
function baseOf(host: string | undefined): string {
  const named =
    host !== undefined && /^([A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\])(:\d{1,5})?$/u.test(host) ? host : 'localhost';
  const isLoopback = /^(localhost|127\.[0-9.]+|\[::1\])(:\d+)?$/u.test(named);
  return `${isLoopback ? 'http' : 'https'}://${named}`;
}
