import * as Flags from '@oclif/core/flags';
import { projectEditorSchema } from '../app/editor-schema.ts';
import type { JsonObject } from '../engine/json.ts';
import { DreamCommand } from './base/dream-command.ts';

export class Schema extends DreamCommand {
  static override summary = 'Print the JSON Schema of all kinds, for editors.';
  static override description =
    'yaml-language-server checks and completes while you type when a file begins with `# yaml-language-server: $schema=PATH`, or with `yaml.schemas` in the settings of the editor.';
  static override examples = ['<%= config.bin %> schema --out .dream/schema.json'];
  static override flags = {
    out: Flags.string({ char: 'o', description: 'Write to this file instead.', helpValue: 'FILE' }),
  };

  async run(): Promise<JsonObject> {
    const { flags } = await this.parse(Schema);
    const schema = projectEditorSchema();
    const text = JSON.stringify(schema, null, 2);
    if (flags.out === undefined) {
      this.print(text);
      return schema;
    }
    await this.host.files.write(flags.out, `${text}\n`);
    this.notice(`Wrote ${flags.out}.`);
    return schema;
  }
}
