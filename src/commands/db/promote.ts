import { usageError } from '../../app/command-errors.ts';
import { type PromotedTable, promoteDatabase } from '../../app/promote-database.ts';
import { setVariable } from '../../app/set-variable.ts';
import { formatPromoted } from '../../views/promoted.ts';
import { DreamCommand } from '../base/dream-command.ts';
import { directoryArgument, directoryOption } from '../base/options.ts';
import { withProgress } from '../base/progress.ts';

/** `db promote --json`. */
export interface PromoteJson {
  readonly tables: readonly PromotedTable[];
}

export class DbPromote extends DreamCommand {
  static override summary = 'Copy the embedded database into the PostgreSQL that DATABASE_URL names.';
  static override description =
    'The target must hold no data. It gets everything, compared row by row, or nothing; the embedded database stays as it is. Secrets stay sealed: give the new server the same master key, what .dream/master.key holds, as DREAM_MASTER_KEY.';
  static override examples = ['DATABASE_URL=postgres://… <%= config.bin %> db promote'];
  static override args = directoryArgument;
  static override flags = directoryOption;

  async run(): Promise<PromoteJson> {
    const { args, flags } = await this.parse(DbPromote);
    const databaseUrl = setVariable(this.host.variables, 'DATABASE_URL');
    // Never an option: the address holds a password, and options are visible to others.
    if (databaseUrl === undefined) throw usageError('DATABASE_URL is not set: there is nowhere to copy to.');
    const copying = promoteDatabase({
      databaseUrl,
      directory: args.directory ?? flags.dir,
      host: this.host,
      onProgress: () => undefined,
    });
    const tables = await withProgress('Copying', copying);
    this.print(formatPromoted(tables, this.style));
    return { tables };
  }
}
