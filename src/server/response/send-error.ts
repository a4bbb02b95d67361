import type { FastifyReply, FastifyRequest } from 'fastify';
import { toBody } from '../../engine/platform-error/index.ts';
import { readError } from './read-error.ts';

/** Answers with an error in our shape. Only faults of the server are logged with their cause. */
export function sendError(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = readError(thrown);
  if (error.status >= 500) {
    request.log.error({ err: error.cause ?? error, code: error.code }, 'request failed');
  }
  void reply
    .code(error.status)
    .header('x-request-id', request.id)
    .header('dream-should-retry', String(error.retry))
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8');
  if (error.retryAfter !== undefined) {
    void reply.header('retry-after', String(Math.ceil(error.retryAfter)));
  }
  if (error.type === 'authentication') {
    void reply.header('www-authenticate', 'Bearer');
  }
  return reply.send(JSON.stringify(toBody(error, request.id)));
}
