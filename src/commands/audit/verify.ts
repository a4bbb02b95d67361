import * as Args from '@oclif/core/args';
import * as Flags from '@oclif/core/flags';
import { typeOf } from '../../app/audit/record-files.ts';
import { type VerifiedFile, type VerifyOptions, verifyFile } from '../../app/audit/verify-file.ts';
import { type VerifiedRecord, verifyRecord } from '../../app/audit/verify-record.ts';
import { formatVerified } from '../../views/audit/verified.ts';
import { formatVerifiedRecord } from '../../views/audit/verified-record.ts';
import { DreamCommand } from '../base/dream-command.ts';
import { exitCodes } from '../base/exit-code.ts';
import { withProgress } from '../base/progress.ts';

type Given = Pick<VerifyOptions, 'key' | 'checkpoint'>;

export class AuditVerify extends DreamCommand {
  static override summary = 'Check an export of audit entries, and name the first entry that is not as it was.';
  static override description =
    'Needs no server. Reads the NDJSON of an export, compressed by gzip or not, in constant memory, and holds it against the chain, the manifest and the signed checkpoint in it. Exits with 1 when anything was changed, taken out, put in or cut off. Of a folder that `audit export --all` wrote, every chain is checked, and that none is missing. Without --key the key is believed that the export names itself: then nothing shows that somebody made all of it anew, and signed it with a key of their own. With --checkpoint it is also shown that nothing was taken back since then.';
  static override examples = [
    '<%= config.bin %> audit verify audit.ndjson --key audit.key',
    '<%= config.bin %> audit verify record --key audit.key',
    '<%= config.bin %> audit verify today.ndjson --checkpoint yesterday.ndjson --key audit.key',
    'gzip -dc audit.ndjson.gz | <%= config.bin %> audit verify - --json',
  ];
  static override args = {
    file: Args.string({
      required: true,
      description: 'The export, its folder, or an archive as s3://…; - reads standard input.',
      ignoreStdin: true,
    }),
  };
  static override flags = {
    key: Flags.string({
      description: 'The public key of the server, or a file with one on each line.',
      helpValue: 'KEY',
    }),
    checkpoint: Flags.string({
      description:
        'A checkpoint or an export kept from before, from which the chain has to go on; of a folder, a folder.',
      helpValue: 'FILE',
    }),
  };

  async run(): Promise<VerifiedFile | VerifiedRecord> {
    const { args, flags } = await this.parse(AuditVerify);
    const { checkpoint, key } = flags;
    return args.file !== '-' && (await typeOf(args.file, this.host.files)) === 'directory'
      ? this.#verifyRecord(args.file, { key, checkpoint })
      : this.#verifyFile(args.file, { key, checkpoint });
  }

  async #verifyRecord(directory: string, given: Given): Promise<VerifiedRecord> {
    const verified = await withProgress('Verifying the chains', verifyRecord({ directory, ...given }, this.host));
    this.print(formatVerifiedRecord(directory, verified, this.style));
    if (!verified.valid) process.exitCode = exitCodes.error;
    return verified;
  }

  async #verifyFile(file: string, given: Given): Promise<VerifiedFile> {
    const verifying = verifyFile({ file, input: process.stdin, ...given }, this.host);
    const { verified, meaning } = await withProgress('Verifying the entries', verifying);
    this.print(formatVerified(file, verified, meaning, this.style));
    if (!verified.valid) process.exitCode = exitCodes.error;
    return verified;
  }
}
