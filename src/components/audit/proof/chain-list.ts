import { canonicalJson } from '../../../engine/canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import { keyNameOf } from './checkpoint.ts';
import { hashBase64, sha256 } from './hash.ts';
import { formatVerifier, type NoteSigner, type NoteVerifier, openNote, parseVerifier, signatureLine } from './note.ts';

/** Which chains there are at a moment: what shows that the export of one is missing from an export of all. */
export interface ChainList extends JsonObject {
  readonly version: 1;
  readonly project: string;
  readonly environment: string;
  /** When it was made. */
  readonly at: string;
  /** What the exports that belong to it are asked for, as their manifests say it. */
  readonly filter: JsonObject;
  readonly chains: readonly ListedChain[];
  /** The public key that signed it; null: there was none. */
  readonly key: string | null;
}

export interface ListedChain extends JsonObject {
  /** Null: of the environment itself. */
  readonly tenantId: string | null;
  /** How many entries it had at least. */
  readonly size: number;
}

export type UnsignedChainList = Pick<ChainList, 'version' | 'project' | 'environment' | 'at' | 'filter' | 'chains'>;

/** A list as it travels: `{"chains":{…},"signature":"— name base64"}`; unsigned, the signature is empty. */
export interface SignedChainList extends JsonObject {
  readonly chains: ChainList;
  readonly signature: string;
}

export function signChainList(list: UnsignedChainList, signer: NoteSigner | null): SignedChainList {
  if (signer === null) return { chains: { ...list, key: null }, signature: '' };
  const chains: ChainList = { ...list, key: formatVerifier(signer.verifier) };
  return { chains, signature: signatureLine(listNote(chains), signer).slice(0, -1) };
}

export type OpenedChainList =
  | { readonly list: ChainList; readonly signedBy: NoteVerifier; readonly problem: null }
  | { readonly list: ChainList | null; readonly signedBy: null; readonly problem: ListProblem };

export type ListProblem = 'list-changed' | 'key-unknown' | 'not-signed';

/**
 * A list as it was written down. How it is indented does not count, since it is its canonical JSON that is signed.
 *
 * @param trusted keys; empty: the one that the list names itself
 */
export function openChainList(text: string, trusted: readonly NoteVerifier[]): OpenedChainList {
  const read = readSigned(text);
  if (read === null) return { list: null, signedBy: null, problem: 'list-changed' };
  const { list, note: signed, signature } = read;
  if (signature === '') return { list, signedBy: null, problem: 'not-signed' };
  const own = parseVerifier(list.key ?? '');
  const verifiers = trusted.length > 0 ? trusted : own === null ? [] : [own];
  const opened = openNote(`${signed}\n${signature}\n`, verifiers);
  if (opened.problem === undefined && opened.verifier.name === keyNameOf(list)) {
    return { list, signedBy: opened.verifier, problem: null };
  }
  return { list, signedBy: null, problem: opened.problem === 'unknown-key' ? 'key-unknown' : 'list-changed' };
}

/** Its first line is neither an origin nor that of an export, so that no signature passes for another's. */
function listNote(list: ChainList): string {
  return `dream audit export --all\n${hashBase64(sha256(Buffer.from(canonicalJson(list), 'utf8')))}\n`;
}

interface ReadList {
  readonly list: ChainList;
  readonly note: string;
  readonly signature: string;
}

/** Null for what is no list; also for one that is nested so deeply that its canonical JSON cannot be made. */
function readSigned(text: string): ReadList | null {
  try {
    const value: unknown = JSON.parse(text);
    // Whoever reads the first of two equal keys would see another list than the one that was signed.
    if (!isJsonObject(value) || namesIn(text) !== membersOf(value)) return null;
    if (!isJsonObject(value['chains']) || !isSigned(value, value['chains'])) return null;
    return { list: value.chains, note: listNote(value.chains), signature: value.signature };
  } catch {
    return null;
  }
}

const textOrName = /"(?:[^"\\]|\\.)*"(\s*:)?/gu;

/** How many members the objects in a text of JSON name, those that are named twice counted twice. */
function namesIn(text: string): number {
  let names = 0;
  for (const [, colon] of text.matchAll(textOrName)) if (colon !== undefined) names += 1;
  return names;
}

function membersOf(value: Json): number {
  if (typeof value !== 'object' || value === null) return 0;
  const members: readonly Json[] = Array.isArray(value) ? value : Object.values(value);
  return members.reduce<number>((sum, member) => sum + membersOf(member), isJsonObject(value) ? members.length : 0);
}

function isSigned(value: JsonObject, list: JsonObject): value is JsonObject & SignedChainList {
  const { at, chains, environment, filter, key, project, version } = list;
  return (
    typeof value['signature'] === 'string' &&
    version === 1 &&
    [at, environment, project].every((one) => typeof one === 'string') &&
    isJsonObject(filter) &&
    (key === null || typeof key === 'string') &&
    Array.isArray(chains) &&
    chains.every(isChain)
  );
}

function isChain(value: Json): boolean {
  if (!isJsonObject(value)) return false;
  const { size, tenantId } = value;
  return (tenantId === null || typeof tenantId === 'string') && Number.isSafeInteger(size) && Number(size) > 0;
}
