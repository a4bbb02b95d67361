import type { Configuration } from '../engine/configuration.ts';
import type { Style } from './style.ts';
import { count, listed } from './text/count.ts';
import { visible } from './text/visible.ts';

/** Says what was found to be in order. */
export function formatValid(configuration: Configuration, files: number, style: Style): string {
  const { environments, project, resourceCount } = configuration;
  const where = listed([...environments.keys()].map(visible), 5);
  return `${style.good('✓')} ${style.strong(visible(project))} is valid: ${count(resourceCount, 'resource')} in ${count(files, 'file')}, for ${where}.`;
}
