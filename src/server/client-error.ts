import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { makeError, type PlatformError, toBody } from '../engine/platform-error/index.ts';
import type { Ids } from '../host/contract.ts';
import { requestErrors } from './request/errors.ts';

/** Answers bytes that are not an HTTP request: there is no request yet, so the answer is written by hand. */
export function answerBrokenConnections(ids: Ids) {
  return (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    const problem = problemOf(error);
    const body = JSON.stringify(toBody(problem, ids.next('req')));
    socket.end(
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
    );
  };
}

function problemOf({ code }: NodeJS.ErrnoException): PlatformError {
  return code === 'HPE_HEADER_OVERFLOW'
    ? makeError(requestErrors.headersTooLarge, { message: 'The header section of the request is larger than 128 KB.' })
    : makeError(requestErrors.malformedRequest, { message: 'What was received is not an HTTP request.' });
}
