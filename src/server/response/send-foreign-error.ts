import type { FastifyReply, FastifyRequest } from 'fastify';
import { isJsonObject } from '../../engine/json.ts';
import type { Operation } from '../operation.ts';
import { givenRequestId } from '../request/request-id.ts';
import { readError } from './read-error.ts';
import { sendErrorHeaders } from './send-error.ts';

/** Answers with an error as a standard writes one: its status, and the message as plain text or in the standard's own body. */
export function sendForeignError(
  request: FastifyRequest,
  reply: FastifyReply,
  thrown: unknown,
  protocol: Operation['foreignProtocol'],
): FastifyReply {
  const error = readError(thrown);
  sendErrorHeaders(request, reply, error);
  reply.header('x-request-id', givenRequestId(request)).header('dream-error-code', error.code);
  if (protocol === undefined || protocol === true) {
    return reply.type('text/plain; charset=utf-8').send(asBytes(error.message));
  }
  const body = protocol.bodyOf(error, textsOf(request.params));
  return reply.type('application/json; charset=utf-8').send(asBytes(JSON.stringify(body)));
}

function textsOf(params: unknown): { readonly [name: string]: string } {
  const entries = Object.entries(isJsonObject(params) ? params : {});
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/**
 * The body of an answer whose headers may hold whatever a caller sent. Node writes a text and the headers before it
 * in one piece and in UTF-8, so that a header beyond ASCII would not go back as it came; bytes leave it alone.
 */
export function asBytes(text: string): Buffer {
  return Buffer.from(text);
}
