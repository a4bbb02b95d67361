import type { WebhookStatus } from '../../app/events-client.ts';
import { formatSwitched } from '../../views/webhooks.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { endpointArgument } from '../base/webhook-options.ts';

export class WebhooksEnable extends ProjectCommand {
  static override summary = 'Call an endpoint again that was disabled.';
  static override description = 'What was pending goes on at once; what happened meanwhile can be replayed.';
  static override args = { endpoint: endpointArgument };
  static override flags = targetOptions;

  async run(): Promise<WebhookStatus> {
    const { args, flags } = await this.parse(WebhooksEnable);
    const endpoint = await this.withControlPlane(await this.targetOf(flags), async ({ webhooks }) =>
      webhooks.enable(args.endpoint),
    );
    this.print(formatSwitched(endpoint, this.style));
    return endpoint;
  }
}
