import { setTimeout as pause } from 'node:timers/promises';
import * as Flags from '@oclif/core/flags';
import { followEvents } from '../../app/follow-events.ts';
import { formatEvents } from '../../views/events.ts';
import { eventOptions, eventQuery } from '../base/event-options.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { untilStopped } from '../base/until-stopped.ts';
import { writeOut } from '../base/write-out.ts';

/** Milliseconds between two looks. */
const interval = 500;

export class EventsTail extends ProjectCommand {
  static override enableJsonFlag = false;
  static override withoutJson = 'Use --ndjson: it prints each event as JSON, on a line of its own.';
  static override summary = 'Show what happens, as it happens, until stopped.';
  static override description = 'From now on, or with --since from then on; one line each.';
  static override examples = ["<%= config.bin %> events tail --type 'flag.*' --ndjson"];
  static override flags = {
    ...targetOptions,
    ...eventOptions,
    ndjson: Flags.boolean({ description: 'Print each event as JSON, on a line of its own.' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(EventsTail);
    const stopping = new AbortController();
    void untilStopped().then(() => stopping.abort());
    const rest = async (): Promise<void> => {
      await pause(interval, undefined, { signal: stopping.signal }).catch(() => undefined);
    };
    await this.withControlPlane(await this.targetOf(flags), async ({ events }) => {
      const following = followEvents(events, eventQuery(flags, this.host.clock.now()), {
        now: this.host.clock.now(),
        rest,
        signal: stopping.signal,
      });
      for await (const happened of following) {
        const text = flags.ndjson
          ? happened.map((event) => JSON.stringify(event)).join('\n')
          : formatEvents(happened, this.style);
        writeOut(1, `${text}\n`);
      }
    });
  }
}
