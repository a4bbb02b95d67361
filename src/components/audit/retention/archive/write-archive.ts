import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Session } from '../../../../db/contract.ts';
import { exportWriter } from '../../export/write-export.ts';
import { ndjson } from '../../formats/ndjson.ts';
import type { NoteSigner } from '../../proof/note.ts';
import { verifyExport } from '../../proof/verify-export.ts';
import type { Due } from '../due-entries.ts';
import { isDue, type PrunedPart, type RetainingEnvironment } from '../queries.ts';
import type { ArchivePlace } from './archive-place.ts';

export interface Archived {
  readonly location: string;
  /** `sha256:…` of the file as it is kept. */
  readonly digest: string;
  /** Of the signed checkpoint that it was held against. */
  readonly checkpoint: { readonly size: number; readonly root: string } | null;
}

export interface ArchiveOptions {
  readonly place: ArchivePlace;
  readonly name: string;
  readonly signer: NoteSigner;
  readonly now: Date;
  readonly version: string;
  /** One transaction that reads. */
  readonly read: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
}

/**
 * Writes the entries of a part as an export, compressed, and reads back what was written. An export of some entries holds
 * the hashes of the tree over those it leaves out, so that it can be verified when nothing else is left. What is kept
 * apart from entries does not come along: nobody could have it erased there.
 *
 * @throws Error unless what is kept there now is all of it, and verifies
 */
export async function writeArchive(
  chain: RetainingEnvironment & { readonly tenantId: string },
  due: Due,
  part: PrunedPart,
  { name, now, place, read, signer, version }: ArchiveOptions,
): Promise<Archived> {
  const pieces: Buffer[] = [];
  const { write } = exportWriter(
    { tenant: chain.tenantId, filter: {}, personal: false, only: isDue(due), upTo: part.last },
    part.first - 1,
    {
      format: 'ndjson',
      project: chain.project,
      environment: chain.environment,
      filter: { after: part.first - 1, upTo: part.last, policies: due.policies },
    },
    {
      format: ndjson,
      source: { version },
      read,
      signer: () => Promise.resolve(signer),
      arrived: 0,
      now: () => now,
    },
  );
  await write((bytes) => Promise.resolve(void pieces.push(Buffer.from(bytes))));
  const bytes = await promisify(gzip)(Buffer.concat(pieces));
  await place.write(name, bytes);
  const kept = await place.read(name);
  const location = place.locate(name);
  const digest = digestOf(bytes);
  if (digestOf(kept) !== digest) throw new Error(`The archive ${location} does not read as it was written.`);
  const found = await verifyExport(oneChunk(await promisify(gunzip)(kept)), [signer.verifier]);
  if (!found.valid || found.entries !== part.entries || found.first !== part.first || found.last !== part.last) {
    const reason = found.firstInvalid?.reason ?? `${found.entries} entries`;
    throw new Error(`The archive ${location} does not hold what it should (${reason}). Nothing was deleted.`);
  }
  return { location, digest, checkpoint: found.checkpoint };
}

function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
