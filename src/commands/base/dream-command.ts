import { Command } from '@oclif/core/command';
import * as Flags from '@oclif/core/flags';
import { createLocalHost, type Host } from '../../app/local-host.ts';
import { formatError, errorJson } from '../../views/error.ts';
import { plainStyle, type Style } from '../../views/style.ts';
import type { TextOptions } from '../../views/changeset-text.ts';
import { exitCodeOf } from './exit-code.ts';
import { styleFor, widthOfStream } from './terminal.ts';
import { asUsageError } from './usage.ts';

/** What every command has: a host, `--json`, `--no-color`, and errors that are sentences. */
export abstract class DreamCommand extends Command {
  static override enableJsonFlag = true;
  static override baseFlags = {
    'no-color': Flags.boolean({ description: 'Print without colours, as NO_COLOR=1 does.', helpGroup: 'GLOBAL' }),
  };

  protected readonly host: Host = createLocalHost();
  protected style: Style = plainStyle;

  /** For what goes to stdout. */
  protected get textOptions(): TextOptions {
    return { style: this.style, width: widthOfStream(process.stdout) };
  }

  /** Parses, runs, and reports what goes wrong; rejects only for mistakes of the program itself. */
  async execute(): Promise<void> {
    await this._run();
  }

  protected override async init(): Promise<void> {
    this.style = await styleFor(process.stdout, this.host.variables, this.wantsColour());
  }

  /** The command's product. With `--json` the returned object is printed instead. */
  protected print(text: string): void {
    if (!this.jsonEnabled()) process.stdout.write(`${text}\n`);
  }

  /** What a person should know but a pipe should not read. */
  protected notice(text: string): void {
    if (!this.jsonEnabled()) process.stderr.write(`${text}\n`);
  }

  override logJson(json: unknown): void {
    process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  }

  protected override async catch(thrown: Error): Promise<void> {
    const error = asUsageError(thrown);
    process.exitCode = exitCodeOf(error);
    if (this.jsonEnabled()) this.logJson(this.errorAsJson(error));
    else process.stderr.write(`${await this.errorAsText(error)}\n`);
    if (this.host.variables['DREAM_DEBUG'] === '1') process.stderr.write(`${thrown.stack ?? ''}\n`);
  }

  protected errorAsJson(error: Error): unknown {
    return errorJson(error);
  }

  protected async errorAsText(error: Error): Promise<string> {
    return formatError(error, await styleFor(process.stderr, this.host.variables, this.wantsColour()));
  }

  protected wantsColour(): boolean {
    return !this.argv.includes('--no-color');
  }
}
