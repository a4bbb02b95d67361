import type { Egress, Host } from '../host/contract.ts';

/*
 * What reading an archive from where it was written looks like to whoever asks it through a port: the command line.
 */

export interface ArchiveReader {
  /** Whether the text is what the record calls an archive: `s3://acme-audit/…` or `file:///var/archive/…` */
  isLocation(text: string): boolean;
  /**
   * All of it, as it is kept.
   *
   * @throws Error with what went wrong, in words that hold no credentials
   */
  read(location: string, tools: ArchiveTools): Promise<Uint8Array>;
}

export interface ArchiveTools {
  readonly host: Pick<Host, 'clock' | 'files' | 'variables'>;
  readonly egress: Pick<Egress, 'call'>;
}
