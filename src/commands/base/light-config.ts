import { Config } from '@oclif/core/config';
import type { Hook } from '@oclif/core/hooks';

/**
 * The little a command needs to parse and run. `Config.load` (plugins, themes, manifests) takes longer
 * than validating a small project, so only help and completion pay for it.
 */
export class LightConfig extends Config {
  override bin = 'dream';
  override name = 'dream';
  override topicSeparator = ' ' as const;

  constructor() {
    super({ root: '' });
  }

  /** There are no plugins, hence no hooks. */
  override async runHook(): Promise<Hook.Result<never>> {
    return { failures: [], successes: [] };
  }
}
