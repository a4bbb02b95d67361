import type { NewWebhookSecret } from '../../app/events-client.ts';
import { formatNewSecret } from '../../views/webhooks.ts';
import { durationOption } from '../base/duration-option.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { endpointArgument } from '../base/webhook-options.ts';

/** Seconds: a day to bring the new secret to the receiver. */
const usualOverlap = 86_400;

export class WebhooksRotateSecret extends ProjectCommand {
  static override summary = 'Make a new signing secret for an endpoint; the old one signs besides for a while.';
  static override description = 'Only where the configuration of the endpoint names no secret. It is shown once.';
  static override args = { endpoint: endpointArgument };
  static override flags = {
    ...targetOptions,
    overlap: durationOption({ description: 'How long the old secret signs besides, by default 24h; 0s ends it now.' }),
  };

  async run(): Promise<NewWebhookSecret> {
    const { args, flags } = await this.parse(WebhooksRotateSecret);
    const seconds = flags.overlap ?? usualOverlap;
    const made = await this.withControlPlane(await this.targetOf(flags), async ({ webhooks }) =>
      webhooks.rotateSecret(args.endpoint, seconds === 0 ? '0' : `${seconds}s`),
    );
    this.print(formatNewSecret(args.endpoint, made, this.style));
    return made;
  }
}
