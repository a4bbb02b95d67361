import { resolve } from 'node:path';
import * as Flags from '@oclif/core/flags';
import { develop } from '../app/develop.ts';
import type { DevelopEvent } from '../app/develop.ts';
import { readSourceLines } from '../app/read-source-lines.ts';
import { formatApplyResult } from '../views/apply-result.ts';
import { formatChangeset } from '../views/changeset-text.ts';
import { formatDiagnostics } from '../views/diagnostics.ts';
import { formatError } from '../views/error.ts';
import { developEventJson } from './base/develop-event-json.ts';
import { DreamCommand } from './base/dream-command.ts';
import { directoryArgument, targetOptions } from './base/options.ts';
import { untilStopped } from './base/until-stopped.ts';

export class Dev extends DreamCommand {
  static override summary = 'Run an embedded control plane and apply the files whenever they change.';
  static override description =
    'For development: guardrails hold, but nothing asks. Other commands in this directory use this control plane while it runs.';
  static override enableJsonFlag = false;
  static override withoutJson =
    'It goes on until it is stopped: --ndjson prints each thing that happens as JSON, on a line of its own.';
  static override args = directoryArgument;
  static override flags = {
    dir: targetOptions.dir,
    env: targetOptions.env,
    port: Flags.integer({
      char: 'p',
      default: 4000,
      description: 'Port to listen on; 0 takes a free one.',
      env: 'PORT',
      max: 65_535,
      min: 0,
    }),
    ndjson: Flags.boolean({ description: 'Print each thing that happens as JSON, on a line of its own.' }),
  };

  async run(): Promise<void> {
    const { args, flags } = await this.parse(Dev);
    const directory = args.directory ?? flags.dir;
    // One after the other: showing diagnostics reads files, and the next event must not overtake it.
    let shown = Promise.resolve();
    const developing = await develop({
      directory,
      host: this.host,
      onEvent: (event) => {
        shown = shown
          .then(async () =>
            this.print(flags.ndjson ? JSON.stringify(developEventJson(event)) : await this.describe(event, directory)),
          )
          .catch((error: unknown) => this.notice(formatError(error, this.style)));
      },
      port: flags.port,
      ...(flags.env === undefined ? {} : { environment: flags.env }),
    });
    await untilStopped();
    await developing.close();
    await shown;
  }

  private async describe(event: DevelopEvent, directory: string): Promise<string> {
    switch (event.type) {
      case 'serving':
        return `Dream listens on ${this.style.strong(event.url)} and watches ${resolve(directory)}. Ctrl-C stops it.\n`;
      case 'invalid':
        return `${formatDiagnostics(event.diagnostics, await readSourceLines(directory, event.diagnostics, this.host), this.style)}\n`;
      case 'applied':
        return `${formatChangeset(event.changeset, { ...this.textOptions, past: true })}\n\n${formatApplyResult({ ...event, dryRun: false }, this.style)}\n`;
      case 'unchanged':
        return this.style.faint('Nothing to change.');
      case 'failed':
        return `${formatError(event.error, this.style)}\n`;
    }
  }
}
