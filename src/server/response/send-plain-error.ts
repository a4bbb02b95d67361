import type { FastifyReply, FastifyRequest } from 'fastify';
import { givenRequestId } from '../request/request-id.ts';
import { readError } from './read-error.ts';
import { sendErrorHeaders } from './send-error.ts';

/** Answers with an error as standards write one: its status, and the message as plain text. */
export function sendPlainError(request: FastifyRequest, reply: FastifyReply, thrown: unknown): FastifyReply {
  const error = readError(thrown);
  sendErrorHeaders(request, reply, error);
  return reply
    .header('x-request-id', givenRequestId(request))
    .header('dream-error-code', error.code)
    .type('text/plain; charset=utf-8')
    .send(error.message);
}
