import { kinds } from '../components/index.ts';
import type { LoadResult } from '../engine/configuration.ts';
import { loadConfiguration } from '../engine/load/load-configuration.ts';
import { createRegistry } from '../engine/model/create-registry.ts';
import type { Host } from '../host/contract.ts';

/**
 * Reads, checks and resolves the project in a directory. Needs no server and no database. `whenFound` is told how many
 * bytes there are to read.
 */
export function loadProject(directory: string, host: Host, whenFound?: (bytes: number) => void): Promise<LoadResult> {
  return loadConfiguration({ directory, files: host.files, registry: createRegistry(kinds), whenFound });
}
