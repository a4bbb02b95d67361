import * as Flags from '@oclif/core/flags';
import type { HappenedEvent } from '../../app/events-client.ts';
import { formatEventList } from '../../views/events.ts';
import { eventOptions, eventQuery } from '../base/event-options.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `events list --json`. */
export interface EventsJson {
  readonly events: readonly HappenedEvent[];
  readonly hasMore: boolean;
  /** For `--after`, also at the end; null where nothing has happened yet. */
  readonly nextCursor: string | null;
}

export class EventsList extends ProjectCommand {
  static override summary = 'List what has happened, oldest first.';
  static override description = 'Events are kept for 90 days.';
  static override examples = ["<%= config.bin %> events list --since 2026-02-01 --type 'flag.*'"];
  static override flags = {
    ...targetOptions,
    ...eventOptions,
    after: Flags.string({
      description: 'Behind this event, or nextCursor of the part before, as --json gives it.',
      helpValue: 'CURSOR',
    }),
    limit: Flags.integer({ default: 20, description: 'How many at most.', max: 200, min: 1 }),
  };

  async run(): Promise<EventsJson> {
    const { flags } = await this.parse(EventsList);
    const query = { ...eventQuery(flags, this.host.clock.now()), after: flags.after };
    const { data, hasMore, nextCursor } = await this.withControlPlane(await this.targetOf(flags), async ({ events }) =>
      events.list(query, flags.limit),
    );
    this.print(formatEventList(data, hasMore ? nextCursor : null, this.style));
    return { events: data, hasMore, nextCursor };
  }
}
