import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { usageError } from '../../app/command-errors.ts';
import { readPast } from '../../app/read-instant.ts';
import { formatReplayed, formatReplayedDelivery } from '../../views/webhooks.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `webhooks replay --json`. */
export interface ReplayJson {
  /** How many deliveries are pending for it. */
  readonly replayed: number;
}

export class WebhooksReplay extends ProjectCommand {
  static override summary = 'Deliver again: one delivery by its id, or all that happened since a moment.';
  static override description =
    'With --since also what was never delivered, since the endpoint did not exist or was not called.';
  static override examples = [
    '<%= config.bin %> webhooks replay whd_01K3…',
    '<%= config.bin %> webhooks replay accounting --since 2026-02-01 --undelivered-only',
  ];
  static override args = {
    what: Args.string({
      description: 'Id of a delivery, or with --since the key of a WebhookEndpoint.',
      ignoreStdin: true,
      required: true,
    }),
  };
  static override flags = {
    ...targetOptions,
    since: Flags.string({ description: 'From this date or moment on; 24h: since that long ago.', helpValue: 'TIME' }),
    until: Flags.string({
      description: 'Up to before this date or moment; 1h: up to that long ago.',
      helpValue: 'TIME',
    }),
    type: Flags.string({
      description: 'One type, or several as in flag.*; by default those that the endpoint asks for; may be repeated.',
      helpValue: 'TYPE',
      multiple: true,
      multipleNonGreedy: true,
    }),
    'undelivered-only': Flags.boolean({ description: 'Leave out what came through.' }),
  };

  async run(): Promise<ReplayJson> {
    const { args, flags } = await this.parse(WebhooksReplay);
    const { since, type: types, until } = flags;
    const target = await this.targetOf(flags);
    if (since === undefined) {
      if (!args.what.startsWith('whd_')) {
        throw usageError(`${args.what} is no delivery.`, 'Name one, whd_…, or say --since for all of an endpoint.');
      }
      const delivery = await this.withControlPlane(target, async ({ webhooks }) => webhooks.replayDelivery(args.what));
      this.print(formatReplayedDelivery(delivery, this.style));
      return { replayed: 1 };
    }
    const now = this.host.clock.now();
    const range = {
      since: readPast(since, now).toISOString(),
      undeliveredOnly: flags['undelivered-only'],
      ...(until === undefined ? {} : { until: readPast(until, now).toISOString() }),
      ...(types === undefined ? {} : { types }),
    };
    const answer = await this.withControlPlane(target, async ({ webhooks }) => webhooks.replay(args.what, range));
    this.print(formatReplayed(args.what, answer, this.style));
    return { replayed: answer.replayed };
  }
}
