import { Command } from '@oclif/core/command';
import type { Config } from '@oclif/core/config';
import * as Flags from '@oclif/core/flags';
import type { Input, ParserOutput } from '@oclif/core/interfaces';
import { asFileError, isOutputError } from '../../app/file-error.ts';
import { createLocalHost, type Host } from '../../app/local-host.ts';
import { formatError, errorJson } from '../../views/error.ts';
import { plainStyle, type Style } from '../../views/style.ts';
import type { TextOptions } from '../../views/text-options.ts';
import { exitCodeOf } from './exit-code.ts';
import { LightConfig } from './light-config.ts';
import { outputWidth, styleFor } from './terminal.ts';
import { asUsageError } from './usage.ts';
import { isAllWritten, writeOut } from './write-out.ts';

type Parsed = Record<string, unknown>;

/** The class of a command that can be run. */
export interface CommandClass {
  id: string;
  new (argv: string[], config: Config): DreamCommand;
  /** Nothing of it goes on once it has run. */
  readonly endsAtOnce: boolean;
  start(id: string, argv: readonly string[], whenFound?: WhenFound): Promise<boolean>;
}

/** Told how many bytes a project's files hold, before they are read. */
export type WhenFound = (bytes: number) => void;

/** What every command has: a host, `--json`, `--no-color`, and errors that are sentences. */
export abstract class DreamCommand extends Command {
  static override enableJsonFlag = true;
  /** Of a command without `--json`: why, or what there is in its place. */
  static readonly withoutJson: string | null = null;
  static readonly endsAtOnce: boolean = false;
  static override baseFlags = {
    'no-color': Flags.boolean({ description: 'Print without colours, as NO_COLOR=1 does.', helpGroup: 'GLOBAL' }),
  };

  protected readonly host: Host = createLocalHost();
  protected style: Style = plainStyle;
  protected whenFound: WhenFound | undefined;

  /** For what goes to stdout. */
  protected get textOptions(): TextOptions {
    return { style: this.style, width: outputWidth() };
  }

  /**
   * Parses, runs, and reports what goes wrong; `id` is what the user typed to get here. Resolves to true when the
   * process has nothing left to do.
   */
  static async start(this: CommandClass, id: string, argv: readonly string[], whenFound?: WhenFound): Promise<boolean> {
    this.id = id;
    const command = new this([...argv], new LightConfig());
    command.whenFound = whenFound;
    await command.execute();
    return this.endsAtOnce && isAllWritten();
  }

  private async execute(): Promise<void> {
    await this._run();
  }

  protected override async init(): Promise<void> {
    this.style = await styleFor(1, this.host.variables, this.wantsColour());
  }

  /** The command's product. With `--json` the returned object is printed instead. */
  protected print(text: string): void {
    if (!this.jsonEnabled()) writeOut(1, `${text}\n`);
  }

  /** What a person should know but a pipe should not read. */
  protected notice(text: string): void {
    if (!this.jsonEnabled()) writeOut(2, `${text}\n`);
  }

  override logJson(json: unknown): void {
    writeOut(1, `${JSON.stringify(json, null, 2)}\n`);
  }

  protected override async parse<F extends Parsed, B extends Parsed, A extends Parsed>(
    options?: Input<F, B, A>,
    argv?: string[],
  ): Promise<ParserOutput<F, B, A>> {
    // oclif warns of commands that do not parse; one whose options cannot be read has tried.
    this.parsed = true;
    try {
      return await super.parse(options, argv);
    } catch (error) {
      throw error instanceof Error ? asUsageError(error, withoutJsonOf(this.ctor)) : error;
    }
  }

  protected override async catch(thrown: Error): Promise<void> {
    const error = asFileError(thrown);
    process.exitCode = exitCodeOf(error);
    if (this.jsonEnabled() && !isOutputError(error)) this.logJson(this.errorAsJson(error));
    else writeOut(2, `${await this.errorAsText(error)}\n`);
    if (this.host.variables['DREAM_DEBUG'] === '1') writeOut(2, `${error.stack ?? ''}\n`);
  }

  protected errorAsJson(error: Error): unknown {
    return errorJson(error);
  }

  protected async errorAsText(error: Error): Promise<string> {
    return formatError(error, await styleFor(2, this.host.variables, this.wantsColour()));
  }

  protected wantsColour(): boolean {
    return !this.argv.includes('--no-color');
  }
}

function withoutJsonOf(command: object): string | null {
  return 'withoutJson' in command && typeof command.withoutJson === 'string' ? command.withoutJson : null;
}
