import { resolve } from 'node:path';
import type { Host } from '../host/contract.ts';
import { listen } from './listen.ts';
import { startControlPlane } from './start-control-plane.ts';

export interface ServeOptions {
  readonly host: Host;
  readonly directory: string;
  /** Address to listen on; loopback unless told otherwise. */
  readonly hostname: string;
  readonly port: number;
  readonly databaseUrl?: string;
  readonly logLevel?: 'silent' | 'info' | 'warn' | 'debug';
}

export interface Serving {
  readonly url: string;
  readonly description: string;
  close(): Promise<void>;
}

/** Runs the control plane until closed. On the embedded database, commands of the same directory come here. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const running = await startControlPlane({
    host: options.host,
    directory: resolve(options.directory),
    logLevel: options.logLevel ?? 'info',
    processMetrics: true,
    allowLocal: options.databaseUrl === undefined && isLoopback(options.hostname),
    ...(options.databaseUrl === undefined ? {} : { databaseUrl: options.databaseUrl }),
  });
  try {
    const url = await listen(running.server, { host: options.hostname, port: options.port });
    running.announce(url);
    await running.startWork();
    return { url, description: running.description, close: () => running.close() };
  } catch (error) {
    await running.close();
    throw error;
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '::1' || hostname.startsWith('127.');
}
