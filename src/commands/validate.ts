import { loadProject } from '../app/load-project.ts';
import { readSourceLines } from '../app/read-source-lines.ts';
import { type DiagnosticJson, diagnosticsJson, formatDiagnostics } from '../views/diagnostics.ts';
import { formatValid } from '../views/valid.ts';
import { DreamCommand } from './base/dream-command.ts';
import { directoryArgument, directoryOption } from './base/options.ts';
import { withProgress } from './base/progress.ts';

/** `validate --json`. */
export interface ValidateJson {
  readonly valid: boolean;
  readonly diagnostics: readonly DiagnosticJson[];
  readonly files: number;
  readonly resources: number;
}

export class Validate extends DreamCommand {
  static override summary = 'Check all YAML files of the project together.';
  static override description = 'Needs no server and no database. Exits with 1 when there are errors.';
  static override examples = ['<%= config.bin %> validate', '<%= config.bin %> validate examples/acme --json'];
  static override args = directoryArgument;
  static override flags = directoryOption;
  static override readonly endsAtOnce = true;

  async run(): Promise<ValidateJson> {
    const { args, flags } = await this.parse(Validate);
    const directory = args.directory ?? flags.dir;
    const { configuration, diagnostics, fileCount } = await withProgress(
      'Reading the files',
      loadProject(directory, this.host, this.whenFound),
    );
    if (!this.jsonEnabled() && diagnostics.length > 0) {
      const sources = await readSourceLines(directory, diagnostics, this.host);
      this.print(formatDiagnostics(diagnostics, sources, this.style));
    }
    if (configuration === null) process.exitCode = 1;
    else this.print(formatValid(configuration, fileCount, this.style));
    return {
      valid: configuration !== null,
      diagnostics: diagnosticsJson(diagnostics),
      files: fileCount,
      resources: configuration?.resourceCount ?? 0,
    };
  }
}
