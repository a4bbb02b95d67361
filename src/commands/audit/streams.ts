import * as Args from '@oclif/core/args';
import type { StreamStatus, StreamWithChains } from '../../app/audit-client.ts';
import type { Page } from '../../app/control-plane-client.ts';
import { formatStream, formatStreams } from '../../views/audit/streams.ts';
import { pageOptions, targetOptions } from '../base/options.ts';
import { ProjectCommand } from '../base/project-command.ts';

/** `audit streams --json`. */
export interface AuditStreamsJson {
  readonly streams: readonly StreamStatus[];
  readonly pagination: Page<StreamStatus>['pagination'];
}

export class AuditStreams extends ProjectCommand {
  static override summary = 'List streams of audit entries and how they go, or show one chain by chain.';
  static override description =
    'A stream that fails is tried again, and loses nothing: it goes on where it stood. With a key, the chains of that stream: of each the sequence of the last entry that was sent.';
  static override examples = ['<%= config.bin %> audit streams', '<%= config.bin %> audit streams siem'];
  static override args = {
    stream: Args.string({ description: 'Key of an AuditStream.', ignoreStdin: true }),
  };
  static override flags = { ...targetOptions, ...pageOptions };

  async run(): Promise<AuditStreamsJson | StreamWithChains> {
    const { args, flags } = await this.parse(AuditStreams);
    const target = await this.targetOf(flags);
    const key = args.stream;
    if (key !== undefined) {
      const stream = await this.withControlPlane(target, async ({ audit }) => audit.stream(key));
      this.print(formatStream(stream, this.style));
      return stream;
    }
    const { data, pagination } = await this.withControlPlane(target, async ({ audit }) =>
      audit.streams({ page: flags.page, pageSize: flags['page-size'] }),
    );
    this.print(formatStreams(data, pagination, this.style));
    return { streams: data, pagination };
  }
}
