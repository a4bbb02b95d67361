import type { FastifyRequest } from 'fastify';
import { singleHeader } from '../auth/credential.ts';
import type { Caller } from '../caller.ts';
import type { Operation } from '../operation.ts';
import type { ServerContext } from '../server-context.ts';
import { plainAddress } from '../plain-address.ts';

/**
 * Does the work of a request; when it is refused, that is in the record before the refusal is thrown on. `callerOf` is
 * asked then: null while nobody knows even whose key it is.
 */
export async function recordRefusal<T>(
  { refusals }: Pick<ServerContext, 'refusals'>,
  operation: Operation,
  request: FastifyRequest,
  callerOf: () => Caller | null,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const caller = callerOf();
    if (caller !== null) {
      await refusals.add({ operation, caller, requestId: request.id, ...originOf(request) }, error);
    }
    throw error;
  }
}

/**
 * Where a request came from, and by which program. What a proxy that is trusted passes on from whoever asks, and is no
 * address, is not believed: then it came from the proxy.
 */
export function originOf({ headers, ip, socket }: FastifyRequest): {
  readonly ip: string | null;
  readonly userAgent: string | null;
} {
  return {
    ip: plainAddress(ip) ?? plainAddress(socket.remoteAddress ?? ''),
    userAgent: singleHeader(headers, 'user-agent') ?? null,
  };
}
