import type { Socket } from 'node:net';
import { makeError, toBody } from '../engine/platform-error/index.ts';
import type { Ids } from '../host/contract.ts';
import { requestErrors } from './errors.ts';

/** Answers bytes that are not an HTTP request: there is no request yet, so the answer is written by hand. */
export function answerBrokenConnections(ids: Ids) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const problem = makeError(requestErrors.malformedRequest, { message: 'What was received is not an HTTP request.' });
    const body = JSON.stringify(toBody(problem, ids.next('req')));
    socket.end(
      `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  };
}
