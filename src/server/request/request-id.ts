import type { FastifyRequest } from 'fastify';

/** A caller's own id for the request, when it can stand in a log and a header as it is; undefined otherwise. */
export function readRequestId(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' && /^[A-Za-z0-9._:-]{1,128}$/.test(header) ? header : undefined;
}

/** The id that the caller sent, exactly as it came, or ours when it sent none: for standards that want it echoed. */
export function givenRequestId({ headers, id }: Pick<FastifyRequest, 'headers' | 'id'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && given !== '' ? given : id;
}
