import { makeError, type ErrorDefinition } from '../engine/platform-error/index.ts';
import type { ControlPlaneServer } from '../server/control-plane-server.ts';
import { listenErrors } from './listen-errors.ts';

interface Reason {
  readonly definition: ErrorDefinition;
  readonly what: (where: string, hostname: string) => string;
  readonly hint: string;
}

const portInUse: Reason = {
  definition: listenErrors.portInUse,
  what: (where) => `Another program listens on ${where}.`,
  hint: 'Choose another port; --port 0 takes a free one.',
};
const addressNotHere: Reason = {
  definition: listenErrors.addressNotHere,
  what: (_where, hostname) => `${hostname} is not an address of this machine.`,
  hint: 'Listen on 127.0.0.1 to be reached from this machine, or on 0.0.0.0 to be reached from everywhere.',
};
const notPermitted: Reason = {
  definition: listenErrors.notPermitted,
  what: (where) => `This user may not listen on ${where}.`,
  hint: 'Choose a port from 1024 upwards; --port 0 takes a free one.',
};

const reasons: ReadonlyMap<unknown, Reason> = new Map([
  ['EADDRINUSE', portInUse],
  ['EADDRNOTAVAIL', addressNotHere],
  ['EAFNOSUPPORT', addressNotHere],
  ['EINVAL', addressNotHere],
  ['ENOTFOUND', addressNotHere],
  ['EAI_AGAIN', addressNotHere],
  ['EACCES', notPermitted],
  ['EPERM', notPermitted],
]);

/**
 * Resolves to the server's URL.
 *
 * @throws PlatformError `serve/…` when the system does not let it listen there.
 */
export async function listen(
  server: Pick<ControlPlaneServer, 'listen'>,
  address: { readonly host: string; readonly port: number },
): Promise<string> {
  try {
    return await server.listen(address);
  } catch (cause) {
    const reason = reasons.get(cause instanceof Error && 'code' in cause ? cause.code : undefined);
    if (reason === undefined) throw cause;
    const { definition, hint, what } = reason;
    const host = address.host.includes(':') ? `[${address.host}]` : address.host;
    const message = what(`${host}:${address.port}`, address.host);
    throw makeError(definition, { message, details: { hint }, cause });
  }
}
