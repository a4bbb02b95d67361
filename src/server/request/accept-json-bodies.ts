import type { FastifyInstance, FastifyRequest } from 'fastify';
import { makeError } from '../../engine/platform-error/index.ts';
import { requestErrors } from './errors.ts';
import { parseJsonBody } from './json-body.ts';

/** JSON in UTF-8, uncompressed, is the only form of bodies; everything else is refused by its headers, before it is read. */
export function acceptJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addHook('preParsing', async ({ headers, method }) => {
    if (method !== 'GET' && method !== 'HEAD') refuseOtherForms(headers);
  });
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
    parseJsonBody(decode(body)),
  );
}

function refuseOtherForms(headers: FastifyRequest['headers']): void {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding.trim().toLowerCase() !== 'identity') {
    throw makeError(requestErrors.unsupportedContentType, {
      message: 'Compressed bodies are not read: send the body without Content-Encoding.',
      param: 'Content-Encoding',
    });
  }
  const charset = /;\s*charset\s*=\s*"?([^";\s]*)/iu.exec(headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && !/^utf-?8$/iu.test(charset)) {
    throw makeError(requestErrors.unsupportedContentType, {
      message: 'Bodies are in UTF-8: send Content-Type: application/json without another charset.',
      param: 'Content-Type',
    });
  }
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw makeError(requestErrors.malformedBody, { message: 'The body is not UTF-8.', param: 'body' });
  }
}
