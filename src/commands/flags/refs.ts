import * as Args from '@oclif/core/args';
import { type FlagReferences, findReferences } from '../../app/flags/find-references.ts';
import { formatReferences } from '../../views/flags/references.ts';
import { exitCodes } from '../base/exit-code.ts';
import { checkOption } from '../base/flags-command.ts';
import { directoryOption } from '../base/options.ts';
import { withProgress } from '../base/progress.ts';
import { ProjectCommand } from '../base/project-command.ts';

export class FlagsRefs extends ProjectCommand {
  static override summary = 'Show where source code names flags, flags that nothing names, and keys that are none.';
  static override description =
    'Reads the source files below a directory, without those that Git ignores. A flag is named by its key in quotes; a key that is none is found where a call such as variation("key") or getBooleanValue("key") asks for it. Flags that are archived in all environments are marked.';
  static override examples = [
    '<%= config.bin %> flags refs src',
    '<%= config.bin %> flags refs ../shop -C config --check',
  ];
  static override args = {
    source: Args.string({ default: '.', description: 'Directory of the source code.', ignoreStdin: true }),
  };
  static override flags = { ...directoryOption, ...checkOption };

  async run(): Promise<FlagReferences> {
    const { args, flags } = await this.parse(FlagsRefs);
    const configuration = await this.configuration(flags.dir);
    const found = await withProgress('Reading the code', findReferences(configuration, args.source, this.host));
    this.print(formatReferences(found, this.textOptions));
    const isMistaken =
      found.unknown.length > 0 || found.flags.some((flag) => flag.archived && flag.references.length > 0);
    if (flags.check && isMistaken) process.exitCode = exitCodes.changes;
    return found;
  }
}
