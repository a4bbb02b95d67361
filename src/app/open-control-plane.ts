import { join, resolve } from 'node:path';
import { readHolder } from '../db/embedded/lock.ts';
import { isPlatformError, makeError } from '../engine/platform-error/index.ts';
import type { EnvironmentMode } from '../engine/resource.ts';
import type { Host } from '../host/contract.ts';
import { clientErrors } from './client/errors.ts';
import { httpControlPlane } from './client/http-control-plane.ts';
import { httpTransport } from './client/http-transport.ts';
import { parseServerUrl } from './client/server-url.ts';
import type { ControlPlane } from './control-plane-client.ts';
import { databaseErrors } from './database-errors.ts';
import { embeddedDirectoryName } from './embedded-directory.ts';

export interface OpenControlPlaneOptions {
  readonly host: Host;
  readonly directory: string;
  readonly project: string;
  readonly environment: string;
  readonly mode: EnvironmentMode;
  /** URL of a server; with it goes a secret key. */
  readonly server?: string;
  readonly apiKey?: string;
  readonly databaseUrl?: string;
}

/**
 * The control plane that a command talks to: the named server; else the database named by DATABASE_URL or
 * the embedded one, in this process; else the process that already holds the embedded one.
 */
export async function openControlPlane(options: OpenControlPlaneOptions): Promise<ControlPlane> {
  const { host, server, apiKey } = options;
  const idempotencyKey = (): string => host.ids.next('idem');
  if (server !== undefined) {
    const url = parseServerUrl(server);
    if (apiKey === undefined)
      throw makeError(clientErrors.noKey, { message: `${url} needs a secret key: put it into DREAM_API_KEY` });
    const headers = {
      authorization: `Bearer ${apiKey}`,
      'dream-project': options.project,
      'dream-environment': options.environment,
    };
    return httpControlPlane(httpTransport({ url, headers, description: url, idempotencyKey }));
  }
  if (options.databaseUrl !== undefined) return inProcess(options);
  const served = throughHolder(options, idempotencyKey);
  if (served !== null) return served;
  try {
    return await inProcess(options);
  } catch (error) {
    // A server that was starting may have won the directory, and be ready by now.
    const winner = isInUse(error) ? throughHolder(options, idempotencyKey) : null;
    if (winner === null) throw error;
    return winner;
  }
}

/** Null when no server of this machine has the embedded database open. */
function throughHolder(options: OpenControlPlaneOptions, idempotencyKey: () => string): ControlPlane | null {
  const holder = readHolder(join(resolve(options.directory), embeddedDirectoryName));
  if (holder?.server === undefined) return null;
  const { url, token } = holder.server;
  const description = `the server at ${url} (process ${holder.pid})`;
  return httpControlPlane(httpTransport({ url, headers: localHeaders(options, token), description, idempotencyKey }));
}

function isInUse(error: unknown): boolean {
  return isPlatformError(error) && error.code === databaseErrors['db/directory-in-use'].code;
}

/** The server's half of the program is loaded only here: a command that finds a server needs none of it. */
async function inProcess(options: OpenControlPlaneOptions): Promise<ControlPlane> {
  const { startControlPlane } = await import('./start-control-plane.ts');
  const { injectTransport } = await import('./client/inject-transport.ts');
  const running = await startControlPlane({
    host: options.host,
    directory: resolve(options.directory),
    logLevel: 'silent',
    allowLocal: true,
    ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
  });
  const { server, description, localToken = '' } = running;
  return httpControlPlane(
    injectTransport({
      server,
      headers: localHeaders(options, localToken),
      description,
      release: () => running.close(),
    }),
  );
}

function localHeaders(
  { project, environment, mode }: OpenControlPlaneOptions,
  token: string,
): Readonly<Record<string, string>> {
  return {
    authorization: `Bearer ${token}`,
    'dream-project': project,
    'dream-environment': environment,
    'dream-environment-mode': mode,
  };
}
