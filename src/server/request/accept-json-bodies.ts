import type { FastifyInstance, FastifyRequest } from 'fastify';
import { makeError } from '../../engine/platform-error/index.ts';
import { requestErrors } from '../errors.ts';
import { parseJsonBody } from './json-body.ts';

/** JSON is the only language of bodies; everything else is refused by its content type. */
export function acceptJsonBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, async (_request: FastifyRequest, body: Buffer) =>
    parseJsonBody(decode(body)),
  );
}

function decode(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw makeError(requestErrors.malformedBody, { message: 'The body is not UTF-8.', param: 'body' });
  }
}
