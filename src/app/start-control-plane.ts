import { join } from 'node:path';
import { components } from '../components/index.ts';
import type { Database } from '../db/contract.ts';
import type { AnnouncedServer } from '../db/embedded/lock.ts';
import { openDatabase } from '../db/open-database.ts';
import type { Host } from '../host/contract.ts';
import { lazyEgress } from '../host/egress/lazy-egress.ts';
import type { RunningJobs } from '../jobs/contract.ts';
import type { ControlPlaneServer } from '../server/control-plane-server.ts';
import { createMetrics } from '../server/metrics.ts';
import { assembleServer } from './assemble-server.ts';
import { backgroundServices } from './background-services.ts';
import { bindPorts } from './bind-ports.ts';
import { bindTrail } from './bind-trail.ts';
import { withDatabaseErrors } from './with-database-errors.ts';
import { embeddedDirectoryName } from './embedded-directory.ts';
import { readAllowedEgress } from './read-allowed-egress.ts';
import { readAllowedOrigins } from './read-allowed-origins.ts';
import { readLimits, readTrustedProxies } from './read-limits.ts';
import { readPublicUrl } from './read-public-url.ts';
import { countUnopened, unopenedWarning } from './control-plane/secrets/count-unopened.ts';
import { loadMasterKey } from './control-plane/master-key.ts';

export interface ControlPlaneOptions {
  readonly host: Host;
  /** The project directory; the embedded database lives below it. */
  readonly directory: string;
  /** A PostgreSQL to use instead of the embedded database. */
  readonly databaseUrl?: string;
  /** Silent for commands, which report by themselves. */
  readonly logLevel: 'silent' | 'info' | 'warn' | 'debug';
  /** Lets this machine's own user in without a key. Never offered over a network. */
  readonly allowLocal: boolean;
  /** Adds memory, CPU and event loop to the metrics: for a process that stays. */
  readonly processMetrics?: boolean;
}

export interface RunningControlPlane {
  readonly server: ControlPlaneServer;
  /** `local_…`, when local access is allowed. */
  readonly localToken: string | undefined;
  readonly description: string;
  /** Tells other commands of this machine where the embedded database is served. */
  announce(url: string): void;
  /** Begins with what is done beside requests: for a process that stays. */
  startWork(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds that jobs get to end when the server stops. */
const patience = 5_000;

/** Database, operations and server, put together. Two may run in one process: nothing here is global. */
export async function startControlPlane(options: ControlPlaneOptions): Promise<RunningControlPlane> {
  const { host, databaseUrl } = options;
  const dataDirectory = join(options.directory, embeddedDirectoryName);
  const limits = readLimits(host.variables);
  const trustedProxies = readTrustedProxies(host.variables);
  const publicUrl = readPublicUrl(host.variables);
  const allowedOrigins = readAllowedOrigins(host.variables);
  const egress = lazyEgress({ allowed: readAllowedEgress(host.variables) });
  const { database, announce } = await withDatabaseErrors(() => openIn(dataDirectory, options));
  try {
    const masterKey = await loadMasterKey({
      host,
      ...(databaseUrl === undefined ? { directory: dataDirectory } : {}),
      countSealed: () => countUnopened(database, components, null),
    });
    const localToken = options.allowLocal
      ? `local_${Buffer.from(host.random.bytes(32)).toString('base64url')}`
      : undefined;
    const server = await assembleServer({
      host,
      database,
      masterKey,
      limits,
      trustedProxies,
      allowedOrigins,
      egress,
      logLevel: options.logLevel,
      ...(options.processMetrics === true ? { metrics: createMetrics({ process: true }) } : {}),
      ...(localToken === undefined ? {} : { localToken }),
      ...(publicUrl === undefined ? {} : { publicUrl }),
    });
    let jobs: RunningJobs | undefined;
    return {
      server,
      localToken,
      description: databaseUrl === undefined ? `embedded database in ${embeddedDirectoryName}/` : 'PostgreSQL',
      announce: (url) => {
        if (localToken !== undefined) announce({ url, token: localToken });
      },
      startWork: async () => {
        const unopened = await countUnopened(database, components, masterKey);
        if (unopened > 0) server.warn(unopenedWarning(unopened, masterKey !== null));
        server.startWork();
        const services = { host, masterKey, ports: bindPorts(components) };
        const trail = bindTrail(components, services);
        const background = backgroundServices({ ...services, egress, trail });
        const handlers = components.flatMap((component) => component.jobs?.(background) ?? []);
        const { startJobs } = await import('../jobs/start-jobs.ts');
        jobs = await startJobs({ database, handlers, report: (problem) => server.report(problem) });
      },
      close: async () => {
        await jobs?.stop(patience);
        await server.close();
        await egress.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

interface OpenedDatabase {
  readonly database: Database;
  /** Does nothing on PostgreSQL, whose address everybody knows. */
  readonly announce: (server: AnnouncedServer) => void;
}

async function openIn(dataDirectory: string, { host, databaseUrl }: ControlPlaneOptions): Promise<OpenedDatabase> {
  if (databaseUrl !== undefined) {
    return { database: await openDatabase({ host, postgres: { url: databaseUrl } }), announce: () => undefined };
  }
  const database = await openDatabase({ host, embedded: { directory: dataDirectory } });
  return { database, announce: (server) => database.announce(server) };
}
