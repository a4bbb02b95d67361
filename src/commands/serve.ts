import * as Flags from '@oclif/core/flags';
import { serve } from '../app/serve.ts';
import { setVariable } from '../app/set-variable.ts';
import { DreamCommand } from './base/dream-command.ts';
import { directoryArgument, directoryOption } from './base/options.ts';
import { withProgress } from './base/progress.ts';
import { untilStopped } from './base/until-stopped.ts';

/** `serve --json`: printed when the server has stopped. */
export interface ServeJson {
  readonly url: string;
}

export class Serve extends DreamCommand {
  static override summary = 'Run the control plane, on the database of DATABASE_URL or an embedded one.';
  static override description = 'The embedded database is for development. Stops gracefully on SIGTERM and Ctrl-C.';
  static override examples = [
    '<%= config.bin %> serve --port 4000',
    'DATABASE_URL=postgres://… <%= config.bin %> serve --host 0.0.0.0',
  ];
  static override args = directoryArgument;
  static override flags = {
    ...directoryOption,
    host: Flags.string({ default: '127.0.0.1', description: 'Address to listen on.', helpValue: 'ADDRESS' }),
    port: Flags.integer({
      char: 'p',
      default: 4000,
      description: 'Port to listen on; 0 takes a free one.',
      env: 'PORT',
      max: 65_535,
      min: 0,
    }),
  };

  async run(): Promise<ServeJson> {
    const { args, flags } = await this.parse(Serve);
    const databaseUrl = setVariable(this.host.variables, 'DATABASE_URL');
    const starting = serve({
      directory: args.directory ?? flags.dir,
      host: this.host,
      hostname: flags.host,
      port: flags.port,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
    });
    const serving = await withProgress('Starting', starting);
    this.notice(`Dream listens on ${this.style.strong(serving.url)} (${serving.description}).`);
    if (databaseUrl === undefined)
      this.notice(this.style.notice('The embedded database is not for production: set DATABASE_URL there.'));
    await untilStopped();
    await serving.close();
    this.notice('Stopped.');
    return { url: serving.url };
  }
}
