import * as Args from '@oclif/core/args';
import type { WholeWebhookDelivery } from '../../app/events-client.ts';
import { formatDelivery } from '../../views/webhook-delivery.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

export class WebhooksDelivery extends ProjectCommand {
  static override summary = 'Show a delivery with every call that was made of it, and what was answered.';
  static override examples = ['<%= config.bin %> webhooks delivery whd_01KA5Z3V9QH2M4X8T6R0W7YBCD'];
  static override args = {
    id: Args.string({ description: 'Id of the delivery.', ignoreStdin: true, required: true }),
  };
  static override flags = targetOptions;

  async run(): Promise<WholeWebhookDelivery> {
    const { args, flags } = await this.parse(WebhooksDelivery);
    const delivery = await this.withControlPlane(await this.targetOf(flags), async ({ webhooks }) =>
      webhooks.delivery(args.id),
    );
    this.print(formatDelivery(delivery, this.style));
    return delivery;
  }
}
