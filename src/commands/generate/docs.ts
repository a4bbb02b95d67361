import * as Flags from '@oclif/core/flags';
import { type GeneratedDocs, generateDocs } from '../../app/generate/generate-docs.ts';
import { formatGeneratedDocs } from '../../views/generated-docs.ts';
import { DreamCommand } from '../base/dream-command.ts';
import { exitCodes } from '../base/exit-code.ts';
import { outOption } from '../base/out-option.ts';

export class GenerateDocs extends DreamCommand {
  static override summary = 'Write the pages of the API.';
  static override description =
    'Markdown, a page for each component: its operations with what they take and answer, examples, errors and their calls in every SDK, then the events and types. Keeps a list of the files it wrote there: removes those that are no more, and touches no other. With --check it exits with 1 when anything there is stale.';
  static override examples = [
    '<%= config.bin %> generate docs',
    '<%= config.bin %> generate docs --out site/api',
    '<%= config.bin %> generate docs --check',
  ];
  static override flags = {
    check: Flags.boolean({ description: 'Say what is stale, and write nothing.' }),
    out: outOption({ default: 'docs/api', description: 'Directory to write into.' }),
  };
  static override readonly endsAtOnce = true;

  async run(): Promise<GeneratedDocs> {
    const { flags } = await this.parse(GenerateDocs);
    const generated = await generateDocs({ check: flags.check, directory: flags.out, host: this.host });
    this.print(formatGeneratedDocs(generated, this.style));
    const isFresh = generated.files.every(({ state }) => state === 'unchanged');
    if (flags.check && !isFresh) process.exitCode = exitCodes.error;
    return generated;
  }
}
