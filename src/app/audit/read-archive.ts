import { components } from '../../components/index.ts';
import { makeError } from '../../engine/platform-error/index.ts';
import type { Host } from '../../host/contract.ts';
import { lazyEgress } from '../../host/egress/lazy-egress.ts';
import { bindPorts } from '../bind-ports.ts';
import { readAllowedEgress } from '../read-allowed-egress.ts';
import { exportErrors } from './errors.ts';

export type ArchiveHost = Pick<Host, 'clock' | 'files' | 'variables'>;

/**
 * An export, piece by piece: of a file, or of where an archive was written, as the record calls it. A bucket is asked with
 * the variables by which the server writes to it.
 *
 * @param file `audit.ndjson`, `s3://acme-audit/production/…` or `file:///var/archive/…`
 * @throws `cli/archive-unreadable` for an archive
 */
export async function* readArchive(file: string, host: ArchiveHost): AsyncGenerator<Uint8Array> {
  const { archives } = bindPorts(components);
  if (archives?.isLocation(file) !== true) return yield* host.files.read(file);
  const egress = lazyEgress({ allowed: readAllowedEgress(host.variables) });
  try {
    yield await archives.read(file, { host, egress });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : 'it could not be read';
    throw makeError(exportErrors.unreadable, { message: `${file} cannot be read: ${reason}`, cause });
  } finally {
    await egress.close();
  }
}
