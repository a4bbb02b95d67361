import type { WebhookStatus } from '../../app/events-client.ts';
import { formatSwitched } from '../../views/webhooks.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { endpointArgument } from '../base/webhook-options.ts';

export class WebhooksDisable extends ProjectCommand {
  static override summary = 'Call an endpoint no more, until it is enabled again.';
  static override description =
    'What is pending waits; what happens meanwhile is not kept for it, and can be replayed.';
  static override args = { endpoint: endpointArgument };
  static override flags = targetOptions;

  async run(): Promise<WebhookStatus> {
    const { args, flags } = await this.parse(WebhooksDisable);
    const endpoint = await this.withControlPlane(await this.targetOf(flags), async ({ webhooks }) =>
      webhooks.disable(args.endpoint),
    );
    this.print(formatSwitched(endpoint, this.style));
    return endpoint;
  }
}
