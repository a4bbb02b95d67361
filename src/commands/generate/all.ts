import * as Flags from '@oclif/core/flags';
import { type GeneratedAll, generateAll } from '../../app/generate/generate-all.ts';
import { formatGeneratedDocs } from '../../views/generated-docs.ts';
import { formatGeneratedOpenApi } from '../../views/generated-openapi.ts';
import { formatGeneratedSdks } from '../../views/generated-sdks.ts';
import { DreamCommand } from '../base/dream-command.ts';
import { exitCodes } from '../base/exit-code.ts';
import { outOption } from '../base/out-option.ts';

export class GenerateAll extends DreamCommand {
  static override summary = 'Write the OpenAPI documents, the SDKs and the pages of the API.';
  static override description =
    'What generate openapi, generate sdk and generate docs write, into openapi, sdks and docs/api, in less time than one after the other. With --check it exits with 1 when anything there is stale.';
  static override examples = ['<%= config.bin %> generate all', '<%= config.bin %> generate all --out build --check'];
  static override flags = {
    check: Flags.boolean({ description: 'Say what is stale, and write nothing.' }),
    out: outOption({ default: '.', description: 'Directory with those to write into.' }),
  };
  static override readonly endsAtOnce = true;

  async run(): Promise<GeneratedAll> {
    const { flags } = await this.parse(GenerateAll);
    const generated = await generateAll({ check: flags.check, directory: flags.out, host: this.host });
    const { docs, openapi, sdks } = generated;
    this.print(formatGeneratedOpenApi(openapi, this.style));
    this.print(`\n${formatGeneratedSdks(sdks, this.style)}`);
    this.print(`\n${formatGeneratedDocs(docs, this.style)}`);
    const states = [openapi.documents, ...sdks.sdks.map(({ files }) => files), docs.files].flat();
    if (flags.check && states.some(({ state }) => state !== 'unchanged')) process.exitCode = exitCodes.error;
    return generated;
  }
}
