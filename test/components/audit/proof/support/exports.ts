import { createHash } from 'node:crypto';
import type { AuditEntry } from '../../../../../src/components/audit/entries/entry.ts';
import { keyNameOf, originOf, signCheckpoint } from '../../../../../src/components/audit/proof/checkpoint.ts';
import { ExportProver } from '../../../../../src/components/audit/proof/export-prover.ts';
import { Frontier } from '../../../../../src/components/audit/proof/frontier.ts';
import {
  chainHash,
  type Hash,
  hashBase64,
  hashText,
  leafHash,
  zeroHash,
} from '../../../../../src/components/audit/proof/hash.ts';
import type { KeptCheckpoint } from '../../../../../src/components/audit/proof/kept-checkpoint.ts';
import { type Verification } from '../../../../../src/components/audit/proof/judge-manifest.ts';
import { keyOf, signedManifestLine } from '../../../../../src/components/audit/proof/manifest-line.ts';
import { noteSigner, type NoteSigner, type NoteVerifier } from '../../../../../src/components/audit/proof/note.ts';
import { rangeRoots } from '../../../../../src/components/audit/proof/tree-proof.ts';
import { GrowingTiles } from '../../../../../src/components/audit/proof/growing-tiles.ts';
import { verifyExport } from '../../../../../src/components/audit/proof/verify-export.ts';
import type { JsonObject } from '../../../../../src/engine/json.ts';
import { canonicalJson } from '../../../../../src/engine/canonical-json.ts';

const chain = { project: 'acme', environment: 'production', tenantId: 'globex' };
export const signer = noteSigner(keyNameOf(chain), Buffer.alloc(32, 1));
export const forger = noteSigner(keyNameOf(chain), Buffer.alloc(32, 2));

const salt = Buffer.alloc(32, 9);
const payload = canonicalJson({ email: 'zoë@acme.com', salt: 'no', skipped: [] });
const commitment: `sha256:${string}` = `sha256:${createHash('sha256').update(salt).update(payload).digest('hex')}`;
const personalTail = `,"payload":${payload},"salt":"${salt.toString('hex')}"`;

/** The canonical text of an entry; every fifth commits to something personal. */
export function bodyOf(index: number, note = 'zażółć 🙂 " \\ \u0000'): string {
  const entry = {
    id: `aud_${String(index).padStart(6, '0')}`,
    version: 1,
    timestamp: '2026-11-21T10:00:00.000Z',
    environment: 'production',
    tenantId: 'globex',
    action: 'user.updated',
    outcome: 'success',
    actor: { type: 'user', id: `user_${index % 7}`, ip: '203.0.113.42' },
    metadata: { note },
    ...(index % 5 === 0 ? { personal: commitment } : {}),
  } satisfies AuditEntry;
  return canonicalJson(entry);
}

export const bodiesOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => bodyOf(index + 1));

export interface ExportOptions {
  /** Sequences that are exported; all by default. Any other choice than up to the end is a filtered export. */
  readonly only?: readonly number[];
  readonly from?: number;
  /** What was asked for. By default what the two above come to. */
  readonly filter?: JsonObject;
  /** Prunings that the chain does not speak of yet. */
  readonly pending?: readonly JsonObject[];
  /** From this sequence on the hashes are those of a chain of other bodies, as if nothing before had been changed. */
  readonly linkedAs?: { readonly from: number; readonly bodies: readonly string[] };
  /** Personal parts come along. */
  readonly personal?: boolean;
  readonly signer?: NoteSigner | null;
  /** Who signed the checkpoint, where that was another. */
  readonly checkpointBy?: NoteSigner;
}

/** An export of a chain of these bodies, as the server writes it. */
export function exportOf(bodies: readonly string[], options: ExportOptions = {}): Buffer {
  const by = options.signer === undefined ? signer : options.signer;
  const frontier = Frontier.empty();
  const growing = new GrowingTiles(0, []);
  for (const body of bodies) {
    frontier.append(leafHash(body));
    growing.append(leafHash(body));
  }
  const linkedFrom = options.linkedAs?.from ?? bodies.length + 1;
  const links = [
    ...linksOf(bodies).slice(0, linkedFrom - 1),
    ...linksOf(options.linkedAs?.bodies ?? bodies).slice(linkedFrom - 1),
  ];
  const head = links.at(-1)?.hash ?? zeroHash;
  const tiles = new Map(growing.takeChanged().map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]));
  const skipped = (from: number, to: number): readonly string[] =>
    rangeRoots({ from, to }, ({ level, index }) => tiles.get(`${level}/${index}`) ?? []).map(hashBase64);

  const all = bodies.map((_, index) => index + 1);
  const chosen = options.only ?? all.slice((options.from ?? 1) - 1);
  const isFiltered = options.only !== undefined;
  const prover = new ExportProver();
  let text = '';
  let before = 0;
  for (const sequence of chosen) {
    const body = bodies[sequence - 1] ?? '';
    const { hash, previous } = links[sequence - 1] ?? { hash: '', previous: '' };
    const gap = isFiltered && (before === 0 || sequence > before + 1);
    const tail =
      (options.personal === true && body.includes('"personal":') ? personalTail : '') +
      (gap ? `,"skipped":${JSON.stringify(skipped(before, sequence - 1))}` : '');
    const place = `{"sequence":${sequence},"hash":"${hashText(hash)}","previousHash":"${hashText(previous)}"`;
    text += `${place},"bytes":${Buffer.byteLength(body)},${body.slice(1, -1)}${tail}}\n`;
    prover.add(sequence, hashText(hash), tail);
    before = sequence;
  }
  const checkpoint = { origin: originOf(chain), size: bodies.length, root: frontier.root(), head };
  const manifest = {
    version: 1,
    ...chain,
    filter: options.filter ?? filterOf(options),
    ...(options.pending === undefined ? {} : { pending: options.pending }),
    entries: chosen.length,
    first: chosen[0] ?? null,
    last: chosen.at(-1) ?? null,
    sha256: `sha256:${createHash('sha256').update(text).digest('hex')}`,
    checkpoint: by === null || bodies.length === 0 ? null : signCheckpoint(checkpoint, options.checkpointBy ?? by),
    proof: prover.finish(keyOf(by), isFiltered ? skipped(before, bodies.length) : undefined),
  };
  return Buffer.from(text + signedManifestLine(JSON.parse(JSON.stringify(manifest)), by));
}

function linksOf(bodies: readonly string[]): readonly { readonly hash: Hash; readonly previous: Hash }[] {
  let head = zeroHash;
  return bodies.map((body) => {
    const previous = head;
    head = chainHash(previous, leafHash(body));
    return { hash: head, previous };
  });
}

function filterOf({ from = 1, only }: ExportOptions): JsonObject {
  if (only !== undefined) return { action: 'user.*' };
  return from === 1 ? {} : { after: from - 1 };
}

/** In pieces of some size, so that lines are cut anywhere. */
export async function verify(
  bytes: Buffer | string,
  verifiers: readonly NoteVerifier[] = [signer.verifier],
  piece = 1 << 16,
  kept: KeptCheckpoint | null = null,
): Promise<Verification> {
  const whole = Buffer.from(bytes);
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < whole.length; at += piece) yield whole.subarray(at, at + piece);
  }
  return verifyExport(pieces(), verifiers, kept);
}

/** Lines with their ends; the last is the manifest. */
export function linesOf(bytes: Buffer): readonly string[] {
  return bytes.toString().split(/(?<=\n)/u);
}
