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
    .send(asBytes(error.message));
}

/**
 * The body of an answer whose headers may hold whatever a caller sent. Node writes a text and the headers before it
 * in one piece and in UTF-8, so that a header beyond ASCII would not go back as it came; bytes leave it alone.
 */
export function asBytes(text: string): Buffer {
  return Buffer.from(text);
}
