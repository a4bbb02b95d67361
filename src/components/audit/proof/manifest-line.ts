import { canonicalJson } from '../../../engine/canonical-json.ts';
import { isJsonObject, type JsonObject } from '../../../engine/json.ts';
import type { Anchors } from './anchors.ts';
import { hashBase64, type HashText, parseHashText, sha256 } from './hash.ts';
import { formatVerifier, type NoteSigner, signatureLine } from './note.ts';

/** What the manifest of an export holds for its proof, beside what it says to people. */
export interface ProvenManifest {
  readonly version: 1;
  readonly project: string;
  readonly environment: string;
  readonly tenantId: string | null;
  /** What was asked for. */
  readonly filter: JsonObject;
  readonly entries: number;
  readonly first: number | null;
  readonly last: number | null;
  /** `sha256:…` of every byte before the manifest's own line. */
  readonly sha256: string;
  /** A signed note. Null: the server has no key to sign with. */
  readonly checkpoint: string | null;
  /** What was taken out by prunings of which the entries in the chain are behind the checkpoint, or not yet in it. */
  readonly pending?: readonly JsonObject[];
  readonly proof: ManifestProof;
}

export interface ManifestProof {
  /** The public key that belongs to the signatures, as signed notes write it; null: there are none. */
  readonly key: string | null;
  readonly anchors: Anchors;
  /** Of what stands on lines behind the bodies: `sha256:…` of the sequence, that text and a line's end for each. */
  readonly tails: HashText;
  /** Of a filtered export: what the checkpoint covers behind the last entry, as `skipped` of an entry. */
  readonly skipped?: readonly string[];
}

const begin = '{"manifest":';
const middle = ',"signature":"';
const end = '"}\n';

/** The last line of an export, signed: `{"manifest":{…},"signature":"— name base64"}`; without a signer, `"signature":""`. */
export function signedManifestLine(manifest: JsonObject, signer: NoteSigner | null): string {
  const text = canonicalJson(manifest);
  const signature = signer === null ? '' : signatureLine(manifestNote(text), signer).slice(0, -1);
  return `${begin}${text}${middle}${signature}${end}`;
}

/** Where the line of the manifest can be told from an entry's. */
export const manifestBegin = Buffer.from(begin, 'latin1');

export interface ReadManifest {
  readonly manifest: ProvenManifest;
  /** A signed note over it; null: it was not signed. */
  readonly note: string | null;
}

/** Null for what {@link signedManifestLine} would not have written. @param line with its end */
export function readManifestLine(line: string): ReadManifest | null {
  const split = line.lastIndexOf(middle);
  if (!line.startsWith(begin) || !line.endsWith(end) || split < 0) return null;
  const text = line.slice(begin.length, split);
  const signature = line.slice(split + middle.length, -end.length);
  const manifest = parseManifest(text);
  if (manifest === null) return null;
  return { manifest, note: signature === '' ? null : `${manifestNote(text)}\n${signature}\n` };
}

/** Its first line is no origin of a chain, so that the signature can never pass for a checkpoint's. */
function manifestNote(text: string): string {
  return `dream audit export\n${hashBase64(sha256(Buffer.from(text, 'utf8')))}\n`;
}

function parseManifest(text: string): ProvenManifest | null {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) && isManifest(value) ? value : null;
  } catch {
    return null;
  }
}

function isManifest(value: JsonObject): value is JsonObject & ProvenManifest {
  const {
    checkpoint,
    entries,
    environment,
    filter,
    first,
    last,
    pending = [],
    project,
    proof,
    sha256: digest,
    tenantId,
    version,
  } = value;
  return (
    version === 1 &&
    typeof project === 'string' &&
    typeof environment === 'string' &&
    (tenantId === null || typeof tenantId === 'string') &&
    isJsonObject(filter) &&
    isCount(entries) &&
    (entries === 0 ? first === null && last === null : isCount(first) && isCount(last)) &&
    typeof digest === 'string' &&
    parseHashText(digest) !== null &&
    (checkpoint === null || typeof checkpoint === 'string') &&
    Array.isArray(pending) &&
    pending.every(isJsonObject) &&
    isJsonObject(proof) &&
    isProof(proof)
  );
}

function isProof({ anchors, key, skipped = [], tails }: JsonObject): boolean {
  if (!isJsonObject(anchors)) return false;
  const { every, hashes } = anchors;
  return (
    (key === null || typeof key === 'string') &&
    isCount(every) &&
    Number.isInteger(Math.log2(every)) &&
    isTexts(hashes) &&
    typeof tails === 'string' &&
    isTexts(skipped)
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** What {@link ProvenManifest.proof} says of the key. */
export function keyOf(signer: NoteSigner | null): string | null {
  return signer === null ? null : formatVerifier(signer.verifier);
}
