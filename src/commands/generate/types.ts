import * as Flags from '@oclif/core/flags';
import {
  type GeneratedTypes,
  generateTypes,
  typeLanguageNamed,
  typeLanguageNames,
} from '../../app/generate/types/generate-types.ts';
import { formatGeneratedTypes } from '../../views/generated-types.ts';
import { exitCodes } from '../base/exit-code.ts';
import { directoryArgument, directoryOption } from '../base/options.ts';
import { outOption } from '../base/out-option.ts';
import { withProgress } from '../base/progress.ts';
import { ProjectCommand } from '../base/project-command.ts';

export class GenerateTypes extends ProjectCommand {
  static override summary = 'Write the names of your configuration as typed constants.';
  static override description =
    'Flags with the types of their variations, permissions, plans, entitlements, meters, events with their payloads, and the keys of every other kind: code that uses one which is no more does not compile. Needs no server and no database. Writes over no file but its own. With --check it exits with 1 when anything is stale.';
  static override examples = [
    '<%= config.bin %> generate types --lang typescript --out src/dream-types.ts',
    '<%= config.bin %> generate types --lang python --check',
    '<%= config.bin %> generate types --lang java --package com.acme.dream',
  ];
  static override args = directoryArgument;
  static override flags = {
    ...directoryOption,
    check: Flags.boolean({ default: false, description: 'Say what is stale, and write nothing.' }),
    lang: Flags.string({ char: 'l', description: 'Which language.', options: [...typeLanguageNames], required: true }),
    out: outOption({
      description:
        'File to write, or for Java the root of the sources; dream-types.ts, dream_types.py or src/main/java.',
      helpValue: 'PATH',
    }),
    package: Flags.string({ description: 'Package of the Java classes; dream.types.', helpValue: 'NAME' }),
  };

  async run(): Promise<GeneratedTypes> {
    const { args, flags } = await this.parse(GenerateTypes);
    const directory = args.directory ?? flags.dir;
    const work = generateTypes({
      check: flags.check,
      directory,
      host: this.host,
      language: typeLanguageNamed(flags.lang),
      out: flags.out,
      packageName: flags.package,
      whenFound: this.whenFound,
    });
    const generated = await withProgress('Reading the files', work);
    const asked = { directory, out: flags.out, package: flags.package };
    this.print(formatGeneratedTypes(generated, asked, this.style));
    const isFresh = generated.files.every(({ state }) => state === 'unchanged');
    if (flags.check && !isFresh) process.exitCode = exitCodes.error;
    return generated;
  }
}
