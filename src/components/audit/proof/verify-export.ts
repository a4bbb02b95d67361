import { Diagnosis } from './diagnosis.ts';
import { ExpectedHeader, viewOf } from './expected-header.ts';
import { ExportProver } from './export-prover.ts';
import { type ExportLine, type LineTail, readExportLine, readTail } from './export-line.ts';
import type { Finding } from './finding.ts';
import { Frontier } from './frontier.ts';
import { Gaps } from './gaps.ts';
import { type Hash, hashLength, sha256, sha256Hex, zeroHash } from './hash.ts';
import type { KeptCheckpoint } from './kept-checkpoint.ts';
import { manifestBegin, type ReadManifest, readManifestLine } from './manifest-line.ts';
import type { NoteVerifier } from './note.ts';
import { type LineReader, splitLines } from './split-lines.ts';
import { subtreesOf } from './subtree.ts';
import { judgeManifest, type Verification } from './judge-manifest.ts';
import { pruningBegin, readPruning, tellingAt } from './said-pruning.ts';
import type { Reason } from './reasons.ts';

/**
 * Checks an export of audit entries in NDJSON, as it comes and in constant memory, against the chain in it, its manifest
 * and the signed checkpoint there. Needs nothing else. What stands in the file is never canonicalised again: the stored
 * bytes are hashed.
 *
 * @param verifiers the keys that are trusted; empty: the one that the export names itself, which shows what was changed
 *   by whoever could not sign anew, and nothing more
 * @param kept from before: the chain has to go on from it
 */
export async function verifyExport(
  chunks: AsyncIterable<Uint8Array>,
  verifiers: readonly NoteVerifier[],
  kept: KeptCheckpoint | null = null,
): Promise<Verification> {
  const verifying = new ExportVerifying(kept);
  await splitLines(chunks, verifying);
  return verifying.finish(verifiers);
}

const [zero, nine, comma, openBrace, closeBrace, lineEnd] = [0x30, 0x39, 0x2c, 0x7b, 0x7d, 0x0a];

class ExportVerifying implements LineReader {
  readonly #prover = new ExportProver();
  /** Hash of the entry before and leaf of the present one, as they are hashed. */
  readonly #link = Buffer.alloc(2 * hashLength);
  readonly #header = new ExpectedHeader();
  readonly #gaps = new Gaps();
  readonly #kept: KeptCheckpoint | null;
  /** How many entries the kept checkpoint is of; 0: there is none. */
  readonly #keptSize: number;
  #lines = 0;
  #entries = 0;
  #personal = 0;
  #first: number | null = null;
  #next = 1;
  /** Null: nothing is left out, and the chain alone shows it. */
  #tree: Frontier | null = null;
  #diagnosis: Diagnosis | null = null;
  #finding: Finding | null = null;
  #manifest: ReadManifest | null = null;
  #hasEnd = false;

  constructor(kept: KeptCheckpoint | null) {
    this.#kept = kept;
    this.#keptSize = kept?.size ?? 0;
  }

  lines(buffer: Buffer): void {
    const view = viewOf(buffer);
    let from = 0;
    while (from < buffer.length) {
      this.#lines += 1;
      let to = this.#nextEntry(buffer, view, from);
      if (to < 0) {
        to = buffer.indexOf(lineEnd, from);
        this.#line(buffer, from, to);
      }
      from = to + 1;
    }
  }

  #line(buffer: Buffer, from: number, to: number): void {
    if (this.#hasEnd) {
      this.#finding ??= this.#found('after-manifest', null);
    } else if (isManifest(buffer, from)) {
      this.#manifestLine(buffer.subarray(from, to + 1));
    } else if (this.#diagnosis !== null) {
      this.#diagnosis.add(readExportLine(buffer.toString('latin1', from, to)));
    } else if (this.#finding === null) {
      this.#slowly(readExportLine(buffer.toString('latin1', from, to)));
    }
  }

  rest(buffer: Buffer): void {
    this.#lines += 1;
    if (this.#hasEnd) this.#finding ??= this.#found('after-manifest', null);
    else if (isManifest(buffer, 0)) this.#manifestLine(buffer);
    else if (this.#diagnosis === null) this.#finding ??= this.#found('end-missing', this.#next);
  }

  finish(verifiers: readonly NoteVerifier[]): Verification {
    return judgeManifest(
      {
        entries: this.#entries,
        personal: this.#personal,
        first: this.#first,
        next: this.#next,
        head: this.#entries === 0 ? null : this.#link.toString('latin1', 0, hashLength),
        tree: this.#tree,
        anchors: this.#prover.anchors,
        tails: this.#prover.finish(null).tails,
        lines: this.#lines,
        gaps: this.#gaps,
        kept: this.#kept,
        manifest: this.#manifest,
        hasEnd: this.#hasEnd,
        found: (expected) => this.#finding ?? this.#diagnosis?.conclude(expected) ?? null,
      },
      verifiers,
    );
  }

  #manifestLine(line: Buffer): void {
    const text = line.toString('utf8');
    this.#hasEnd = true;
    // Not where the text would not give the same bytes again.
    if (Buffer.from(text, 'utf8').equals(line)) this.#manifest = readManifestLine(text);
  }

  /**
   * The line that most are: the next entry, in its place, without taking it apart.
   * @returns where its end stands; -1 where it is anything else, of which nothing was taken in
   */
  #nextEntry(buffer: Buffer, view: DataView, from: number): number {
    if (this.#first === null || this.#hasEnd || this.#diagnosis !== null || this.#finding !== null) return -1;
    const start = from + this.#header.length;
    let at = start;
    let bytes = 0;
    for (let digit = buffer[at]; digit !== undefined && digit >= zero && digit <= nine; digit = buffer[at]) {
      bytes = bytes * 10 + digit - zero;
      at += 1;
    }
    // The comma is the place of the opening brace, and the last digit that of the zero byte before what is hashed.
    const end = at + bytes;
    if (end >= buffer.length || at === start || buffer[start] === zero || buffer[at] !== comma) return -1;
    const leaf = hashInPlace(buffer, at, end);
    this.#link.write(leaf, hashLength, hashLength, 'latin1');
    const hash = sha256Hex(this.#link);
    if (!this.#header.isAt(view, from, hash)) return -1;
    if (buffer[end] !== lineEnd || buffer[end - 1] !== closeBrace) return this.#withTail(buffer, at, end, leaf, hash);
    this.#grow(leaf);
    this.#accept(hash, '');
    if (buffer[at + 1 + tellingAt] === pruningBegin[tellingAt]) this.#hear(buffer, at, end);
    return end;
  }

  #withTail(buffer: Buffer, at: number, end: number, leaf: Hash, hash: string): number {
    const to = buffer.indexOf(lineEnd, end);
    const tail = readTail(buffer.toString('latin1', end - 1, to), `{${buffer.toString('latin1', at + 1, end - 1)}}`);
    if (tail === undefined || tail?.skipped !== undefined) return -1;
    if (!this.#isPersonalGood(tail)) return to;
    this.#grow(leaf);
    this.#accept(hash, buffer.subarray(end - 1, to - 1));
    this.#hear(buffer, at, end);
    return to;
  }

  /** The first line, one after a gap, or one that is not good. */
  #slowly(line: ExportLine | null): void {
    if (line === null || !this.#fits(line)) {
      this.#diagnosis = new Diagnosis(this.#goodPart(), line, this.#lines);
      return;
    }
    if (!this.#isPersonalGood(line.tail)) return;
    this.#gaps.leave(this.#next, line.sequence - 1, this.#lines);
    if (line.sequence - 1 === this.#keptSize) this.#kept?.holdHead(line.previousHash);
    if (this.#first === null) {
      this.#first = line.sequence;
      if (line.tail?.skipped !== undefined) this.#tree = Frontier.empty();
    }
    if (this.#tree !== null) {
      const kept = this.#kept;
      appendSkipped(this.#tree, line.sequence - 1, line.tail?.skipped ?? [], (tree) => {
        if (tree.size === this.#keptSize) kept?.holdRoot(tree.root());
      });
      this.#grow(line.leaf);
    }
    const hash = Buffer.from(line.hash, 'latin1');
    hash.copy(this.#link);
    this.#next = line.sequence;
    this.#header.follow(line.sequence, hash.toString('hex'));
    this.#count(hash.toString('hex'), Buffer.from(line.tailText, 'latin1'));
    const said = readPruning(Buffer.from(line.body, 'latin1').toString('utf8'));
    if (said !== null) this.#gaps.hear(said);
  }

  #fits({ isSound, previousHash, sequence, tail }: ExportLine): boolean {
    if (!isSound) return false;
    if (this.#first === null) {
      if (sequence === 1 && previousHash !== zeroHash) return false;
      return tail?.skipped === undefined || tail.skipped.length === subtreesOf(0, sequence - 1).length;
    }
    if (this.#tree === null || tail?.skipped === undefined || sequence <= this.#next) return false;
    return tail.skipped.length === subtreesOf(this.#tree.size, sequence - 1).length;
  }

  #isPersonalGood(tail: LineTail | null): boolean {
    if (tail?.personal === true) this.#personal += 1;
    if (tail?.personal === false) this.#finding = this.#found('personal-changed', this.#next);
    return tail?.personal !== false;
  }

  /**
   * Where there are gaps, the hashes behind one are not bound to what stands before it, and only the tree tells whether
   * that is what it was.
   */
  #grow(leaf: Hash): void {
    if (this.#tree === null) return;
    this.#tree.append(leaf);
    if (this.#tree.size === this.#keptSize) this.#kept?.holdRoot(this.#tree.root());
  }

  /** The next entry, whose header the expected one was found to be. */
  #accept(hash: string, tail: string | Uint8Array): void {
    this.#header.advance(this.#next, this.#link);
    this.#count(hash, tail);
  }

  #count(hash: string, tail: string | Uint8Array): void {
    if (tail.length === 0) this.#prover.anchors.addHex(this.#next, hash);
    else this.#prover.add(this.#next, `sha256:${hash}`, tail);
    if (this.#next === this.#keptSize) this.#kept?.holdHead(Buffer.from(hash, 'hex').toString('latin1'));
    this.#entries += 1;
    this.#next += 1;
  }

  /** Of an entry that stands as in a buffer of lines, with a comma for the brace at `at`. */
  #hear(buffer: Buffer, at: number, end: number): void {
    const begin = at + 1;
    if (!buffer.subarray(begin, begin + pruningBegin.length).equals(pruningBegin)) return;
    const said = readPruning(`{${buffer.toString('utf8', begin, end - 1)}}`);
    if (said !== null) this.#gaps.hear(said);
  }

  #goodPart() {
    const previous = this.#first === null ? null : this.#link.toString('latin1', 0, hashLength);
    return { first: this.#first, next: this.#next, previous };
  }

  #found(reason: Reason, sequence: number | null): Finding {
    return { reason, sequence, line: this.#lines };
  }
}

/** Of the body whose braces stand at `at` and before `end`, though in the buffer they may be commas. Undoes what it does. */
function hashInPlace(buffer: Buffer, at: number, end: number): Hash {
  const [digit = 0, behind = 0] = [buffer[at - 1], buffer[end - 1]];
  buffer[at - 1] = 0;
  buffer[at] = openBrace;
  buffer[end - 1] = closeBrace;
  const leaf = sha256(buffer.subarray(at - 1, end));
  buffer[at - 1] = digit;
  buffer[at] = comma;
  buffer[end - 1] = behind;
  return leaf;
}

function appendSkipped(tree: Frontier, to: number, roots: readonly Hash[], grown: (tree: Frontier) => void): void {
  for (const [index, { level }] of subtreesOf(tree.size, to).entries()) {
    tree.appendSubtree(level, roots[index] ?? '');
    grown(tree);
  }
}

function isManifest(buffer: Buffer, from: number): boolean {
  return (
    buffer[from + 2] === manifestBegin[2] && buffer.subarray(from, from + manifestBegin.length).equals(manifestBegin)
  );
}
