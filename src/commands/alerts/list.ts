import * as Flags from '@oclif/core/flags';
import type { WatchingRule } from '../../app/alert-client.ts';
import type { Page } from '../../app/control-plane-client.ts';
import { formatRules } from '../../views/alerts/rules.ts';
import { pageOptions, targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `alerts list --json`. */
export interface AlertsListJson {
  readonly rules: readonly WatchingRule[];
  readonly pagination: Page<WatchingRule>['pagination'];
}

export class AlertsList extends ProjectCommand {
  static override summary = 'List the live alert rules, each with the last time it was raised.';
  static override flags = {
    ...targetOptions,
    ...pageOptions,
    tenant: Flags.string({ char: 't', description: 'Only alarms of this tenant.', helpValue: 'ID' }),
  };

  async run(): Promise<AlertsListJson> {
    const { flags } = await this.parse(AlertsList);
    const { data, pagination } = await this.withControlPlane(await this.targetOf(flags), async ({ alerts }) =>
      alerts.list(flags.tenant, { page: flags.page, pageSize: flags['page-size'] }),
    );
    this.print(formatRules(data, pagination, this.style));
    return { rules: data, pagination };
  }
}
