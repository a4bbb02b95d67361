import * as Flags from '@oclif/core/flags';
import { diffOpenApi, type OpenApiDiff } from '../../app/generate/diff-openapi.ts';
import { type GeneratedOpenApi, generateOpenApi } from '../../app/generate/generate-openapi.ts';
import { formatGeneratedOpenApi } from '../../views/generated-openapi.ts';
import { formatOpenApiDiff, formatOpenApiDiffMarkdown } from '../../views/openapi-diff.ts';
import { DreamCommand } from '../base/dream-command.ts';
import { exitCodes } from '../base/exit-code.ts';
import { outOption } from '../base/out-option.ts';
import { writeOut } from '../base/write-out.ts';

export class GenerateOpenapi extends DreamCommand {
  static override summary = 'Write the OpenAPI 3.1 documents of the API.';
  static override description =
    'One for each component and one for everything, each complete by itself. Touches no file that it did not write, and removes the documents of components that are no more. In a project they are passed over: no document of the API is read as configuration. With --check it exits with 1 when anything is stale; with --diff it writes nothing and exits with 1 when a client of the earlier API would break.';
  static override examples = [
    '<%= config.bin %> generate openapi',
    '<%= config.bin %> generate openapi --out build/openapi',
    '<%= config.bin %> generate openapi --check',
    '<%= config.bin %> generate openapi --diff released/openapi.yaml',
  ];
  static override flags = {
    check: Flags.boolean({ description: 'Say what is stale, and write nothing.' }),
    diff: Flags.string({
      description: 'Say how the API differs from an earlier document, or the directory of such.',
      exclusive: ['check', 'out'],
      helpValue: 'OLD',
    }),
    markdown: Flags.boolean({
      description: 'With --diff: print Markdown for a pull request.',
      dependsOn: ['diff'],
      exclusive: ['json'],
    }),
    out: outOption({ default: 'openapi', description: 'Directory to write into.' }),
  };
  static override readonly endsAtOnce = true;

  async run(): Promise<GeneratedOpenApi | OpenApiDiff> {
    const { flags } = await this.parse(GenerateOpenapi);
    if (flags.diff !== undefined) return this.diff(flags.diff, flags.markdown);
    const generated = await generateOpenApi({ check: flags.check, directory: flags.out, host: this.host });
    this.print(formatGeneratedOpenApi(generated, this.style));
    const isFresh = generated.documents.every(({ state }) => state === 'unchanged');
    if (flags.check && !isFresh) process.exitCode = exitCodes.error;
    return generated;
  }

  private async diff(old: string, asMarkdown: boolean): Promise<OpenApiDiff> {
    const diff = await diffOpenApi({ host: this.host, old });
    if (asMarkdown) writeOut(1, formatOpenApiDiffMarkdown(diff));
    else this.print(formatOpenApiDiff(diff, this.textOptions));
    if (diff.breaking > 0) process.exitCode = exitCodes.error;
    return diff;
  }
}
