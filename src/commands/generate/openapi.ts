import * as Flags from '@oclif/core/flags';
import { type GeneratedOpenApi, generateOpenApi } from '../../app/generate/generate-openapi.ts';
import { formatGeneratedOpenApi } from '../../views/generated-openapi.ts';
import { DreamCommand } from '../base/dream-command.ts';
import { exitCodes } from '../base/exit-code.ts';

export class GenerateOpenapi extends DreamCommand {
  static override summary = 'Write the OpenAPI 3.1 documents of the API.';
  static override description =
    'One for each component and one for everything, each complete by itself. Touches no file that it did not write, and removes the documents of components that are no more. In a project, name the directory under `ignore` in dream.yaml or begin it with a dot: other YAML there is configuration. With --check it exits with 1 when anything is stale.';
  static override examples = [
    '<%= config.bin %> generate openapi',
    '<%= config.bin %> generate openapi --out build/openapi',
    '<%= config.bin %> generate openapi --check',
  ];
  static override flags = {
    check: Flags.boolean({ description: 'Say what is stale, and write nothing.' }),
    out: Flags.string({ char: 'o', default: 'openapi', description: 'Directory to write into.', helpValue: 'DIR' }),
  };

  async run(): Promise<GeneratedOpenApi> {
    const { flags } = await this.parse(GenerateOpenapi);
    const generated = await generateOpenApi({ check: flags.check, directory: flags.out, host: this.host });
    this.print(formatGeneratedOpenApi(generated, this.style));
    const isFresh = generated.documents.every(({ state }) => state === 'unchanged');
    if (flags.check && !isFresh) process.exitCode = exitCodes.error;
    return generated;
  }
}
