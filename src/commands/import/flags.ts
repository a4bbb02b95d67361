import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { type ImportedFlagsFacts, importFlags } from '../../app/flags/import-flags.ts';
import { formatImported, formatImportFindings } from '../../views/flags/imported.ts';
import { DreamCommand } from '../base/dream-command.ts';
import { exitCodes } from '../base/exit-code.ts';

export class ImportFlags extends DreamCommand {
  static override summary = 'Write the flags of another product as YAML that answers as they did.';
  static override description =
    'Everybody is dealt what they were dealt before. What has no equal here is said on stderr and in a comment of the document it is missing from. Never overwrites: refuses when one of its files is there already. Exits with 1 when nothing could be imported.';
  static override examples = [
    '<%= config.bin %> import flags --from launchdarkly flags.json --environment production',
    '<%= config.bin %> import flags --from unleash features.json --out features/flags.yaml',
    '<%= config.bin %> import flags --from growthbook payload.json --list user.groups',
  ];
  static override args = {
    file: Args.string({ description: 'The export: JSON or YAML.', required: true, ignoreStdin: true }),
  };
  static override flags = {
    from: Flags.option({
      options: ['launchdarkly', 'unleash', 'growthbook', 'flagd'] as const,
      description: 'The product it comes from.',
      required: true,
    })(),
    environment: Flags.string({
      aliases: ['env'],
      char: 'e',
      description: 'Which environment of the export; needed where it holds several.',
      helpValue: 'NAME',
    }),
    list: Flags.string({
      description: 'An attribute whose value is a list, such as user.groups. May be given more than once.',
      helpValue: 'ATTRIBUTE',
      multiple: true,
    }),
    out: Flags.string({
      description: 'A directory for a file of each flag, or one .yaml file for all.',
      default: '.',
      helpValue: 'PATH',
    }),
  };

  async run(): Promise<ImportedFlagsFacts> {
    const { args, flags } = await this.parse(ImportFlags);
    const { environment, from, list, out } = flags;
    const imported = await importFlags({ source: from, file: args.file, environment, lists: list, out }, this.host);
    this.print(formatImported(imported, this.textOptions));
    const findings = formatImportFindings(imported.findings, this.textOptions);
    if (findings !== '') this.notice(findings);
    if (imported.written.length === 0) process.exitCode = exitCodes.error;
    return imported;
  }
}
