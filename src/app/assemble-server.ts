import type { Component } from '../components/contract.ts';
import { components as everyComponent } from '../components/index.ts';
import type { Database } from '../db/contract.ts';
import { nameProgram } from '../engine/changeset/settled.ts';
import { createRegistry } from '../engine/model/create-registry.ts';
import type { Egress, Host } from '../host/contract.ts';
import { lazyEgress } from '../host/egress/lazy-egress.ts';
import type { ControlPlaneServer } from '../server/control-plane-server.ts';
import { createServer } from '../server/create-server.ts';
import type { ServerOptions } from '../server/server-options.ts';
import { backgroundServices } from './background-services.ts';
import { bindDirectory } from './bind-directory.ts';
import { bindTrail } from './bind-trail.ts';
import { bindLocations } from './bind-locations.ts';
import { bindPorts } from './bind-ports.ts';
import { aboutAll } from './control-plane/api-parts.ts';
import { apiParts } from './control-plane/operations.ts';
import { version } from './version.ts';

export interface AssembleOptions
  extends Pick<
    ServerOptions,
    | 'allowedOrigins'
    | 'limits'
    | 'localToken'
    | 'logLevel'
    | 'logStream'
    | 'masterKey'
    | 'metrics'
    | 'publicUrl'
    | 'trustedProxies'
  > {
  readonly host: Host;
  readonly database: Database;
  /** Every component there is, unless told otherwise. */
  readonly components?: readonly Component[];
  /** Calls the outside. Default: public addresses only. */
  readonly egress?: Egress;
}

/** The server with every operation there is, on a database that the caller opened and will close after it. */
export function assembleServer(options: AssembleOptions): Promise<ControlPlaneServer> {
  const { host, masterKey, components = everyComponent, egress = lazyEgress({}) } = options;
  const registry = createRegistry(components);
  let named: string | undefined;
  // Only when first asked for: it reads all models.
  const program = (): string => (named ??= nameProgram(version, registry));
  const locations = bindLocations(components, host);
  const ports = { ...bindPorts(components), ...(locations === undefined ? {} : { locations }) };
  const parts = apiParts({ host, masterKey, registry, components, ports, program });
  const directory = bindDirectory(components, { host, ports, masterKey });
  const trail = bindTrail(components, { host, ports, masterKey });
  const background = backgroundServices({ host, ports, masterKey, egress, trail });
  const workers = components.flatMap((component) => component.workers?.(background) ?? []);
  const documents = components.flatMap((component) => component.documents ?? []);
  return createServer({
    ...options,
    operations: parts.flatMap(({ operations }) => operations),
    about: aboutAll(parts),
    documents,
    workers: [...(locations === undefined ? [] : [locations.worker]), ...workers],
    version,
    ...(directory === undefined ? {} : { directory }),
    ...(trail === undefined ? {} : { trail }),
  });
}
