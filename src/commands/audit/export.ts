import * as Flags from '@oclif/core/flags';
import { type ExportedEntries, exportEntries } from '../../app/audit/export-entries.ts';
import { type ExportedRecord, exportRecord } from '../../app/audit/export-record.ts';
import type { AuditClient } from '../../app/audit-client.ts';
import { usageError } from '../../app/command-errors.ts';
import { readInstant } from '../../app/read-instant.ts';
import { exportProgress, formatExported, formatExportedRecord, recordProgress } from '../../views/audit/exported.ts';
import { entryOptions, entryQuery } from '../base/audit-options.ts';
import { targetOptions } from '../base/options.ts';
import { withProgress } from '../base/progress.ts';
import { ProjectCommand } from '../base/project-command.ts';
import { standardOutput } from '../base/standard-output.ts';

export class AuditExport extends ProjectCommand {
  static override summary = 'Export the record of who did what, as NDJSON, CSV, CEF, syslog or OCSF.';
  static override description =
    'The sealed entries of one chain, oldest first: of a tenant, or without --tenant of the environment itself. With --all the whole record: every chain, each in a file of its own, and the signed list of them, by which a missing one shows. In constant memory, however many there are. The last line is the manifest: how many entries there are, their hash and the signed checkpoint that proves them. An export that was cut off is an error, and is gone on with by --resume.';
  static override examples = [
    '<%= config.bin %> audit export --tenant acme --since 2026-01-01 --out acme.ndjson',
    '<%= config.bin %> audit export --all --since 2026-01-01 --out record',
    '<%= config.bin %> audit export --tenant acme --format cef --resume --out acme.cef',
  ];
  static override flags = {
    ...targetOptions,
    tenant: Flags.string({ char: 't', description: 'Entries of this tenant.', helpValue: 'ID' }),
    all: Flags.boolean({
      description: 'Every chain: that of the environment itself and of each tenant. --out names a folder.',
      exclusive: ['tenant', 'after'],
    }),
    format: Flags.string({
      default: 'ndjson',
      description: 'How they are written down.',
      options: ['ndjson', 'csv', 'cef', 'syslog', 'ocsf'],
    }),
    ...entryOptions,
    // Moments alone: of one that is resumed, or shown as evidence, it is to be known what it is of.
    since: Flags.string({ description: 'Written at this date or moment, or later.', helpValue: 'TIME' }),
    until: Flags.string({ description: 'Written before this date or moment.', helpValue: 'TIME' }),
    after: Flags.integer({ description: 'Only what stands behind this place in the chain.', helpValue: 'N', min: 0 }),
    personal: Flags.boolean({ description: 'NDJSON: with what is kept apart because it is personal.' }),
    out: Flags.string({
      char: 'o',
      description: 'Write into this file, not to standard output; with --all into this folder.',
      helpValue: 'FILE',
    }),
    resume: Flags.boolean({ description: 'Go on with the file, where an export of the same options was cut off.' }),
  };

  async run(): Promise<ExportedEntries | ExportedRecord> {
    const { flags } = await this.parse(AuditExport);
    const { after, all, format, out, personal, resume } = flags;
    if (out === undefined && all) throw usageError('The whole record is many files.', 'Name a folder with --out.');
    if (out === undefined && (resume || this.jsonEnabled()))
      throw usageError('Standard output takes the entries alone.', 'Name a file with --out.');
    if (personal && format !== 'ndjson')
      throw usageError(
        'Only NDJSON holds what is kept apart because it is personal.',
        'Leave out --personal or --format.',
      );
    const query = { ...entryQuery(flags, readInstant), format, after, ...(personal ? { personal } : {}) };
    const target = await this.targetOf(flags);
    let label = '';
    const exporting = <T>(ask: (client: AuditClient['audit']) => Promise<T>): Promise<T> =>
      this.withControlPlane(target, ({ audit }) => withProgress(() => `Exporting: ${label},`, ask(audit)));
    if (out !== undefined && all) {
      const progress = (...state: Parameters<typeof recordProgress>): void => void (label = recordProgress(...state));
      const options = { query, directory: out, resume, progress };
      const exported = await exporting((audit) => exportRecord(audit, options, this.host));
      this.notice(formatExportedRecord(exported, this.style));
      return exported;
    }
    const progress = (...state: [number, number]): void => void (label = exportProgress(...state));
    const from = { project: target.project, environment: target.environment };
    const options = { query, from, file: out ?? null, resume, standardOutput: standardOutput(), progress };
    const exported = await exporting((audit) => exportEntries(audit, options, this.host));
    this.notice(formatExported(exported, this.style));
    return exported;
  }
}
