import { fastify, type FastifyInstance, LogController } from 'fastify';
import type { Host } from '../host/contract.ts';
import { answerBrokenConnections } from './client-error.ts';
import type { Operation } from './operation.ts';
import { type LogLevel, loggerOptions, type LogStream } from './logging.ts';
import { readRequestId } from './request/request-id.ts';
import { foreignAddresses } from './response/foreign-addresses.ts';
import { sendError } from './response/send-error.ts';
import { sendForeignError } from './response/send-foreign-error.ts';

interface FastifyOptions {
  readonly host: Pick<Host, 'clock' | 'ids'>;
  readonly operations: readonly Operation[];
  readonly logLevel?: LogLevel;
  readonly logStream?: LogStream;
  readonly trustedProxies?: readonly string[];
}

/** Bytes of a request's line and headers together. */
const largestHead = 128 * 1024;

/** Reads requests and answers what is none; knows of operations only in which words their errors are. */
export function createFastify({
  host,
  logLevel,
  logStream,
  operations,
  trustedProxies = [],
}: FastifyOptions): FastifyInstance {
  const protocolAt = foreignAddresses(operations);
  return fastify({
    // Two texts of 2,048 characters may be asked for at once, each of which takes up to twelve bytes in an address.
    http: { maxHeaderSize: largestHead },
    logger: loggerOptions(logLevel ?? 'info', logStream, host.clock),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: (request) => readRequestId(request.headers['x-request-id']) ?? host.ids.next('req'),
    trustProxy: trustedProxies.length === 0 ? false : [...trustedProxies],
    // The server answers itself while it stops, in the shape of all errors.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    requestTimeout: 120_000,
    // Longer than any address that Node reads: what a key may be is said by operations, in the shape of their errors.
    routerOptions: { maxParamLength: largestHead },
    // Before there is an operation: the address cannot be read.
    frameworkErrors: (error, request, reply) => {
      const protocol = protocolAt(request.url);
      if (protocol === undefined) sendError(request, reply, error);
      else sendForeignError(request, reply, error, protocol);
    },
    clientErrorHandler: answerBrokenConnections(host.ids),
  });
}
