import { setTimeout as pause } from 'node:timers/promises';
import * as Flags from '@oclif/core/flags';
import type { FoundEntry } from '../../app/audit-client.ts';
import { FollowedEntries } from '../../app/audit/follow-entries.ts';
import { readPast } from '../../app/read-instant.ts';
import { type EntryFacts, formatEntries } from '../../views/audit/entries.ts';
import { entryOptions, entryQuery } from '../base/audit-options.ts';
import { targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { untilStopped } from '../base/until-stopped.ts';
import { writeOut } from '../base/write-out.ts';

/** Milliseconds between two looks. */
const interval = 1_000;

export class AuditTail extends ProjectCommand {
  static override enableJsonFlag = false;
  static override withoutJson = 'Use --ndjson: it prints each entry as JSON, on a line of its own.';
  static override summary = 'Show the newest entries of the record, and with --follow those that come.';
  static override description = 'Oldest first, one line each. --follow goes on until it is stopped.';
  static override examples = ['<%= config.bin %> audit tail --follow --tenant acme --outcome denied'];
  static override flags = {
    ...targetOptions,
    tenant: Flags.string({ char: 't', description: 'Only entries of this tenant.', helpValue: 'ID' }),
    ...entryOptions,
    lines: Flags.integer({
      char: 'n',
      default: 10,
      description: 'How many there are to begin with.',
      max: 200,
      min: 0,
    }),
    follow: Flags.boolean({ char: 'f', description: 'Go on with those that are written from now on.' }),
    ndjson: Flags.boolean({ description: 'Print each entry as JSON, on a line of its own.' }),
  };

  async run(): Promise<void> {
    const { flags } = await this.parse(AuditTail);
    const query = entryQuery(flags, (time) => readPast(time, this.host.clock.now()));
    const show = (entries: readonly FoundEntry[]): void => {
      if (entries.length === 0) return;
      const text = flags.ndjson
        ? entries.map((entry) => JSON.stringify(entry)).join('\n')
        : formatEntries(entries as readonly EntryFacts[], this.style);
      writeOut(1, `${text}\n`);
    };
    const target = await this.targetOf(flags);
    await this.withControlPlane(target, async ({ audit }) => {
      if (!flags.follow) {
        if (flags.lines > 0) show((await audit.entries(query, { limit: flags.lines })).data.toReversed());
        return;
      }
      const entries = new FollowedEntries(audit, query);
      show(await entries.begin(flags.lines));
      const stopping = new AbortController();
      void untilStopped().then(() => stopping.abort());
      while (!stopping.signal.aborted) {
        await pause(interval, undefined, { signal: stopping.signal }).catch(() => undefined);
        for await (const fresh of entries.next()) {
          show(fresh);
          if (stopping.signal.aborted) break;
        }
      }
    });
  }
}
