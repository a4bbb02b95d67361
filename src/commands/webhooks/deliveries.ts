import * as Flags from '@oclif/core/flags';
import type { WebhookDelivery } from '../../app/events-client.ts';
import { formatDeliveries } from '../../views/webhooks.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { endpointArgument } from '../base/webhook-options.ts';

/** `webhooks deliveries --json`. */
export interface DeliveriesJson {
  readonly deliveries: readonly WebhookDelivery[];
  readonly hasMore: boolean;
  /** For `--cursor`; null at the end. */
  readonly nextCursor: string | null;
}

export class WebhooksDeliveries extends ProjectCommand {
  static override summary = 'List what was and is to be delivered to an endpoint, newest first.';
  static override examples = ['<%= config.bin %> webhooks deliveries accounting --state failed'];
  static override args = { endpoint: endpointArgument };
  static override flags = {
    ...targetOptions,
    state: Flags.string({ description: 'Only those.', options: ['pending', 'delivered', 'failed'] }),
    limit: Flags.integer({ default: 20, description: 'How many at most.', max: 200, min: 1 }),
    cursor: Flags.string({ description: 'nextCursor of the part before, as --json gives it.', helpValue: 'CURSOR' }),
  };

  async run(): Promise<DeliveriesJson> {
    const { args, flags } = await this.parse(WebhooksDeliveries);
    const { cursor, limit, state } = flags;
    const target = await this.targetOf(flags);
    const { data, hasMore, nextCursor } = await this.withControlPlane(target, async ({ webhooks }) =>
      webhooks.deliveries(args.endpoint, { cursor, limit, state }),
    );
    this.print(formatDeliveries(data, nextCursor, this.style));
    return { deliveries: data, hasMore, nextCursor };
  }
}
