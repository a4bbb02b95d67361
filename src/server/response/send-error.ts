import type { FastifyReply, FastifyRequest } from 'fastify';
import { type PlatformError, toBody } from '../../engine/platform-error/index.ts';
import { readError } from './read-error.ts';

/** Answers with an error in our shape. */
export function sendError(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = readError(thrown);
  sendErrorHeaders(request, reply, error);
  return reply.type('application/json; charset=utf-8').send(JSON.stringify(toBody(error, request.id)));
}

/** Status and headers, whatever the body's shape. Only faults of the server are logged with their cause. */
export function sendErrorHeaders(request: FastifyRequest, reply: FastifyReply, error: PlatformError): void {
  if (error.status >= 500) {
    request.log.error({ err: error.cause ?? error, code: error.code }, 'request failed');
  }
  void reply
    .code(error.status)
    .header('x-request-id', request.id)
    .header('dream-should-retry', String(error.retry))
    .header('cache-control', 'no-store');
  if (error.retryAfter !== undefined) {
    void reply.header('retry-after', String(Math.ceil(error.retryAfter)));
  }
  if (error.type === 'authentication') {
    void reply.header('www-authenticate', 'Bearer');
  }
}
