import * as Flags from '@oclif/core/flags';
import { type GeneratedSdks, generateSdk } from '../../app/generate/generate-sdk.ts';
import { languageNames } from '../../app/generate/sdk/language-names.ts';
import { formatGeneratedSdks } from '../../views/generated-sdks.ts';
import { DreamCommand } from '../base/dream-command.ts';
import { exitCodes } from '../base/exit-code.ts';
import { outOption } from '../base/out-option.ts';

export class GenerateSdk extends DreamCommand {
  static override summary = 'Write the SDKs of the API.';
  static override description =
    'One folder for each language, complete and ready to be packed. Keeps a list of the files it wrote there: removes those that are no more, and touches no other. Where a file of yours is in the way, or one of its own was edited since, it says which and writes nothing. With --check it exits with 1 when anything is stale.';
  static override examples = [
    '<%= config.bin %> generate sdk',
    '<%= config.bin %> generate sdk --lang typescript --out packages',
    '<%= config.bin %> generate sdk --check',
  ];
  static override flags = {
    check: Flags.boolean({ description: 'Say what is stale, and write nothing.' }),
    lang: Flags.string({
      char: 'l',
      default: 'all',
      description: 'Which one.',
      options: [...languageNames, 'all'],
    }),
    out: outOption({ default: 'sdks', description: 'Directory to write into.' }),
  };
  static override readonly endsAtOnce = true;

  async run(): Promise<GeneratedSdks> {
    const { flags } = await this.parse(GenerateSdk);
    const generated = await generateSdk({
      check: flags.check,
      directory: flags.out,
      host: this.host,
      names: languageNames.filter((name) => flags.lang === 'all' || flags.lang === name),
    });
    this.print(formatGeneratedSdks(generated, this.style));
    const isFresh = generated.sdks.every(({ files }) => files.every(({ state }) => state === 'unchanged'));
    if (flags.check && !isFresh) process.exitCode = exitCodes.error;
    return generated;
  }
}
