// The operation table as the product has it.
import { bindPorts } from '../../src/app/bind-ports.ts';
import { operationTable } from '../../src/app/control-plane/operations.ts';
import { components } from '../../src/components/index.ts';
import { createRegistry } from '../../src/engine/model/create-registry.ts';
import type { Host } from '../../src/host/contract.ts';
import type { Operation } from '../../src/server/contract.ts';

export function wholeTable(host: Host, masterKey: Uint8Array | null): readonly Operation[] {
  return operationTable({
    host,
    registry: createRegistry(components),
    components,
    ports: bindPorts(components),
    program: () => 'tests',
    masterKey,
  });
}
