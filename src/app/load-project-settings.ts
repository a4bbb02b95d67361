import type { Configuration } from '../engine/configuration.ts';
import { projectFileName } from '../engine/load/find-files.ts';
import { loadProject as readProject } from '../engine/load/load-project.ts';
import { isSource, readSource } from '../engine/load/read-source.ts';
import { Positions } from '../engine/source/positions.ts';
import type { Host } from '../host/contract.ts';
import { InvalidConfigurationError } from './command-errors.ts';
import { loadProject } from './load-project.ts';

export type ProjectSettings = Pick<Configuration, 'project' | 'environments'>;

/**
 * What dream.yaml says, whatever state the other files are in: a rollback must work while they are broken.
 * @throws InvalidConfigurationError when dream.yaml itself is missing or wrong.
 */
export async function loadProjectSettings(directory: string, host: Host): Promise<ProjectSettings> {
  const source = await readSource(host.files, directory, projectFileName);
  const project = isSource(source) ? readProject(source, new Positions()).project : null;
  if (project !== null) return { project: project.name, environments: project.environments };
  const { configuration, diagnostics } = await loadProject(directory, host);
  // Mended between the two reads.
  if (configuration !== null) return configuration;
  throw new InvalidConfigurationError(diagnostics, directory);
}
