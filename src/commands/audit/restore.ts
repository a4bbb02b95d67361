import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import type { RestoredPart } from '../../app/audit-client.ts';
import { restoreArchive } from '../../app/audit/restore-archive.ts';
import { verifyFile } from '../../app/audit/verify-file.ts';
import { formatRestored } from '../../views/audit/retained.ts';
import { formatVerified } from '../../views/audit/verified.ts';
import { durationOption } from '../base/duration-option.ts';
import { exitCodes } from '../base/exit-code.ts';
import { targetOptions } from '../base/options.ts';
import { withProgress } from '../base/progress.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `audit restore --json`: with `restored` 0 and `until` null where the archive does not verify. */
export interface AuditRestoreJson extends Omit<RestoredPart, 'until'> {
  readonly valid: boolean;
  readonly until: string | null;
}

const usualSeconds = 30 * 86_400;

export class AuditRestore extends ProjectCommand {
  static override summary = 'Give the entries of an archive back, to be found again for a while.';
  static override description =
    'Verifies the archive first, and restores nothing of one that was changed. Every entry goes back to the chain that it was taken from, where it must have the hash that the tree of the chain has kept. When the time is over it is taken away again; the archive stays.';
  static override examples = [
    '<%= config.bin %> audit restore 1-20000-arc_01K….ndjson.gz --for 30d',
    '<%= config.bin %> audit restore s3://acme-audit/acme/production/globex/1-20000-arc_01K….ndjson.gz',
  ];
  static override args = {
    file: Args.string({
      required: true,
      description: 'The archive: a file, compressed or not, or where it was written, s3://… or file://…',
      ignoreStdin: true,
    }),
  };
  static override flags = {
    ...targetOptions,
    for: durationOption({ description: 'How long they can be found: 30d unless told otherwise.' }),
    key: Flags.string({
      description: 'The public key of the server, or a file with one on each line.',
      helpValue: 'KEY',
    }),
  };

  async run(): Promise<AuditRestoreJson> {
    const { args, flags } = await this.parse(AuditRestore);
    const target = await this.targetOf(flags);
    const { meaning, verified } = await verifyFile(
      { file: args.file, input: process.stdin, key: flags.key },
      this.host,
    );
    if (!verified.valid || verified.origin === null) {
      this.print(formatVerified(args.file, verified, meaning, this.style));
      process.exitCode = exitCodes.error;
      return { valid: false, restored: 0, present: 0, until: null };
    }
    const options = {
      file: args.file,
      origin: verified.origin,
      until: new Date(this.host.clock.now().getTime() + (flags.for ?? usualSeconds) * 1000),
    };
    const restored = await this.withControlPlane(target, async ({ audit }) =>
      withProgress('Restoring the entries', restoreArchive(audit, options, this.host)),
    );
    this.print(formatRestored(restored, this.style));
    return { valid: true, ...restored };
  }
}
