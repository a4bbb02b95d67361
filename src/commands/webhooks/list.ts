import type { Page } from '../../app/control-plane-client.ts';
import type { WebhookStatus } from '../../app/events-client.ts';
import { formatEndpoints } from '../../views/webhooks.ts';
import { pageOptions, targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `webhooks list --json`. */
export interface WebhooksJson {
  readonly endpoints: readonly WebhookStatus[];
  readonly pagination: Page<WebhookStatus>['pagination'];
}

export class WebhooksList extends ProjectCommand {
  static override summary = 'List webhook endpoints and how they go.';
  static override flags = { ...targetOptions, ...pageOptions };

  async run(): Promise<WebhooksJson> {
    const { flags } = await this.parse(WebhooksList);
    const { data, pagination } = await this.withControlPlane(await this.targetOf(flags), async ({ webhooks }) =>
      webhooks.list({ page: flags.page, pageSize: flags['page-size'] }),
    );
    this.print(formatEndpoints(data, pagination, this.style));
    return { endpoints: data, pagination };
  }
}
