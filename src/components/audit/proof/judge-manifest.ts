import type { JsonObject } from '../../../engine/json.ts';
import type { AnchorRecorder } from './anchors.ts';
import { type Checkpoint, keyNameOf, openCheckpoint, originOf } from './checkpoint.ts';
import type { Finding } from './finding.ts';
import type { Frontier } from './frontier.ts';
import type { Gaps } from './gaps.ts';
import { type Hash, hashBase64, type HashText, hashText, parseHashBase64 } from './hash.ts';
import { judgeGaps, type LeftOut } from './judge-gaps.ts';
import { judgeKept } from './judge-kept.ts';
import type { KeptCheckpoint } from './kept-checkpoint.ts';
import type { ProvenManifest, ReadManifest } from './manifest-line.ts';
import { type NoteVerifier, type OpenedNote, openNote, parseVerifier } from './note.ts';
import type { Reason } from './reasons.ts';
import { subtreesOf } from './subtree.ts';

/** What was found of an export's lines. */
export interface VerifiedLines {
  readonly entries: number;
  readonly personal: number;
  readonly first: number | null;
  /** The sequence that would come next. */
  readonly next: number;
  /** Hash of the last entry; null: there is none. */
  readonly head: Hash | null;
  /** Of a filtered export: the tree so far. */
  readonly tree: Frontier | null;
  readonly anchors: AnchorRecorder;
  readonly tails: HashText;
  readonly lines: number;
  readonly gaps: Gaps;
  /** What somebody kept from before; null: nothing. */
  readonly kept: KeptCheckpoint | null;
  readonly manifest: ReadManifest | null;
  /** There is a manifest, readable or not. */
  readonly hasEnd: boolean;
  /** What is wrong with the lines themselves, given how many entries a signed manifest counts. */
  readonly found: (expected: number | null) => Finding | null;
}

/** What is known of an export. */
export interface Verification {
  readonly valid: boolean;
  readonly entries: number;
  /** Personal parts that came along, and are what their entries commit to. */
  readonly personal: number;
  readonly first: number | null;
  readonly last: number | null;
  /** `acme/production/globex`, if the manifest can be read. */
  readonly origin: string | null;
  /** What was asked for, if the manifest can be read; empty: all of it. */
  readonly filter: JsonObject | null;
  /** Of the signed checkpoint that the entries were held against. */
  readonly checkpoint: { readonly size: number; readonly root: string; readonly head: HashText } | null;
  /** What should be in it and is not; null where that cannot be told, or the export does not hold. */
  readonly leftOut: LeftOut | null;
  /** Entries of the kept checkpoint from which the chain was found to go on; null: there is none, or it does not. */
  readonly continues: number | null;
  /** The public key that signed; null where no signature holds. */
  readonly signedBy: NoteVerifier | null;
  readonly firstInvalid: Finding | null;
}

export function judgeManifest(lines: VerifiedLines, trusted: readonly NoteVerifier[]): Verification {
  const manifest = lines.manifest?.manifest ?? null;
  const verifiers = verifiersOf(manifest, trusted);
  const note = lines.manifest?.note ?? null;
  const opened: OpenedNote | null = note === null ? null : openNote(note, verifiers);
  const signedBy = opened === null || opened.problem !== undefined ? null : opened.verifier;
  const held = manifest === null ? null : checkpointOf(manifest, verifiers);
  const checkpoint = held === 'unknown-key' ? null : held;
  const signed = signedBy === null ? null : manifest;
  const broken =
    missingFront(lines, signed) ??
    lines.found(signed?.entries ?? null) ??
    (manifest === null ? fileFinding(lines) : manifestFinding(lines, manifest, opened, held));
  const origin = manifest === null ? null : originOf({ ...manifest, tenantId: manifest.tenantId ?? '' });
  const size = checkpoint?.size ?? 0;
  const gaps = broken === null && signed !== null ? judgeGaps(lines, signed, size) : null;
  const { kept } = lines;
  if (checkpoint !== null && kept?.size === size) kept.holdRoot(checkpoint.root);
  const finding =
    broken ??
    gaps?.finding ??
    (kept === null ? null : judgeKept(kept, { origin, size, lines: lines.lines }, verifiers));
  return {
    valid: finding === null,
    entries: lines.entries,
    personal: lines.personal,
    first: lines.first,
    last: lines.entries === 0 ? null : lines.next - 1,
    origin,
    filter: manifest?.filter ?? null,
    checkpoint: checkpoint === null ? null : shown(checkpoint),
    leftOut: finding === null ? (gaps?.leftOut ?? null) : null,
    continues: finding === null ? (kept?.size ?? null) : null,
    signedBy,
    firstInvalid: finding,
  };
}

/** The keys of the environment that the manifest names: that of another one, trusted as it may be, signs nothing here. */
function verifiersOf(manifest: ProvenManifest | null, trusted: readonly NoteVerifier[]): readonly NoteVerifier[] {
  const own = trusted.length > 0 ? null : parseVerifier(manifest?.proof.key ?? '');
  const all = own === null ? trusted : [own];
  return manifest === null ? all : all.filter(({ name }) => name === keyNameOf(manifest));
}

function shown({ head, root, size }: Checkpoint): Verification['checkpoint'] {
  return { size, root: hashBase64(root), head: hashText(head) };
}

function manifestFinding(
  lines: VerifiedLines,
  manifest: ProvenManifest,
  opened: OpenedNote | null,
  held: Checkpoint | 'unknown-key' | null,
): Finding | null {
  if (opened === null) return whole(lines, 'not-signed');
  if (opened.problem === 'unknown-key') return whole(lines, 'key-unknown');
  const checkpoint = held === 'unknown-key' ? null : held;
  // In the moment after the key changed, the chain still bears the signature of the older one.
  if (opened.problem === undefined && held === 'unknown-key') {
    const found = signedFinding(lines, manifest, null);
    return found === null || found.reason === 'checkpoint-forged' ? whole(lines, 'key-unknown') : found;
  }
  return opened.problem === undefined ? signedFinding(lines, manifest, checkpoint) : unsignedFinding(lines, checkpoint);
}

/** Null unless it is signed, and of the chain that the manifest names. */
function checkpointOf(manifest: ProvenManifest, verifiers: readonly NoteVerifier[]): Checkpoint | 'unknown-key' | null {
  if (manifest.checkpoint === null) return null;
  const opened = openCheckpoint(manifest.checkpoint, verifiers);
  if (opened.problem === 'unknown-key') return 'unknown-key';
  const origin = originOf({ ...manifest, tenantId: manifest.tenantId ?? '' });
  return opened.problem === undefined && opened.checkpoint.origin === origin ? opened.checkpoint : null;
}

function fileFinding(lines: VerifiedLines): Finding {
  return lines.hasEnd
    ? whole(lines, 'manifest-changed')
    : { reason: 'end-missing', sequence: lines.next, line: lines.lines };
}

/** The manifest cannot be trusted; what the checkpoint says still can. */
function unsignedFinding(lines: VerifiedLines, checkpoint: Checkpoint | null): Finding {
  const isCut = checkpoint !== null && lines.tree === null && checkpoint.size >= lines.next;
  return isCut ? { reason: 'end-missing', sequence: lines.next, line: lines.lines } : whole(lines, 'manifest-changed');
}

function missingFront(lines: VerifiedLines, signed: ProvenManifest | null): Finding | null {
  if (signed === null || signed.first === null) return null;
  const found = lines.found(signed.entries);
  if (lines.first === null ? found !== null : lines.first <= signed.first) return null;
  return found?.reason === 'entries-reordered' ? found : { reason: 'front-missing', sequence: signed.first, line: 1 };
}

function signedFinding(lines: VerifiedLines, manifest: ProvenManifest, checkpoint: Checkpoint | null): Finding | null {
  const parts = lines.anchors.partsFrom(manifest.proof.anchors);
  if (parts !== null) {
    // Of a filtered export, what was left out may seem to have been skipped.
    const isFewer = lines.tree !== null && lines.entries < manifest.entries;
    return isFewer
      ? { ...rewritten(lines, parts.after, parts.upTo - 1), reason: 'entry-missing' }
      : rewritten(lines, parts.after, parts.upTo);
  }
  if (manifest.entries > lines.entries) return { reason: 'end-missing', sequence: lines.next, line: lines.lines };
  if (manifest.entries < lines.entries) return rewritten(lines, manifest.last ?? 0, lines.next - 1);
  if (checkpoint === null) return lines.entries === 0 ? null : whole(lines, 'checkpoint-forged');
  // The server had no more of the chain when it wrote this, and has signed that there once was.
  if (lines.tree === null && lines.head !== null && checkpoint.size >= lines.next) {
    return { reason: 'entry-missing', sequence: lines.next, line: lines.lines };
  }
  if (!isCovered(lines, manifest, checkpoint)) return rewritten(lines, lines.anchors.last, lines.next - 1);
  return lines.tails === manifest.proof.tails ? null : whole(lines, 'lines-changed');
}

function isCovered({ head, next, tree }: VerifiedLines, { proof }: ProvenManifest, checkpoint: Checkpoint): boolean {
  if (tree === null) return head === null || (checkpoint.size === next - 1 && checkpoint.head === head);
  const skipped = subtreesOf(tree.size, checkpoint.size);
  const roots = (proof.skipped ?? []).map(parseHashBase64);
  if (checkpoint.size < tree.size || roots.length !== skipped.length) return false;
  for (const [index, { level }] of skipped.entries()) tree.appendSubtree(level, roots[index] ?? '');
  return tree.root() === checkpoint.root;
}

/** Somewhere behind `after`; exactly there where that is all. */
function rewritten({ first, lines }: VerifiedLines, after: number, upTo: number): Finding {
  const sequence = Math.min(upTo, Math.max(after + 1, first ?? 1));
  const until = upTo > sequence ? { upTo } : {};
  return { reason: 'chain-rewritten', sequence, ...until, line: lines };
}

function whole({ lines }: VerifiedLines, reason: Reason): Finding {
  return { reason, sequence: null, line: lines };
}
