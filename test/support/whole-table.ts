// The operation table as the product has it.
import { bindDirectory } from '../../src/app/bind-directory.ts';
import { bindPorts } from '../../src/app/bind-ports.ts';
import { bindTrail } from '../../src/app/bind-trail.ts';
import { operationTable } from '../../src/app/control-plane/operations.ts';
import { components } from '../../src/components/index.ts';
import { createRegistry } from '../../src/engine/model/create-registry.ts';
import type { Host } from '../../src/host/contract.ts';
import type { Operation } from '../../src/server/operation.ts';
import type { RecordBeside, Trail } from '../../src/server/trail.ts';
import { recordBeside } from '../../src/server/record/record-beside.ts';
import type { Directory } from '../../src/server/directory.ts';

/** What the product's components offer one another. */
export const thePorts = bindPorts(components);

export function wholeTable(host: Host, masterKey: Uint8Array | null): readonly Operation[] {
  return operationTable({
    host,
    registry: createRegistry(components),
    components,
    ports: thePorts,
    program: () => 'tests',
    masterKey,
  });
}

/** Who keeps the product's tenants and users. */
export function theDirectory(host: Host, masterKey: Uint8Array | null): Directory {
  const directory = bindDirectory(components, { host, ports: thePorts, masterKey });
  if (directory === undefined) throw new Error('no component offers a directory');
  return directory;
}

/** Who keeps the product's record. */
export function theTrail(host: Host, masterKey: Uint8Array | null): Trail {
  const trail = bindTrail(components, { host, ports: thePorts, masterKey });
  if (trail === undefined) throw new Error('no component keeps a record');
  return trail;
}

/** Writes into the product's record what is done beside requests. */
export function recordingBeside(host: Host): RecordBeside {
  return recordBeside({ trail: theTrail(host, null), ids: host.ids });
}
