import type { ApiKey, Page } from '../../app/control-plane-client.ts';
import { formatKeys } from '../../views/keys.ts';
import { pageOptions, targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `keys list --json`. */
export interface KeysJson {
  readonly keys: readonly ApiKey[];
  readonly pagination: Page<ApiKey>['pagination'];
}

export class KeysList extends ProjectCommand {
  static override summary = 'List the API keys of an environment.';
  static override flags = { ...targetOptions, ...pageOptions };

  async run(): Promise<KeysJson> {
    const { flags } = await this.parse(KeysList);
    const { data, pagination } = await this.withControlPlane(await this.targetOf(flags), async ({ keys }) =>
      keys.list({ page: flags.page, pageSize: flags['page-size'] }),
    );
    this.print(formatKeys(data, pagination, this.style));
    return { keys: data, pagination };
  }
}
