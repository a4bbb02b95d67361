import { isJsonObject } from '../../../engine/json.ts';
import { chainHash, type Hash, leafHash, parseHashBase64, parseHashText, sha256 } from './hash.ts';

/** A line of an export, taken apart. */
export interface ExportLine {
  readonly sequence: number;
  readonly hash: Hash;
  readonly previousHash: Hash;
  readonly leaf: Hash;
  /** The hash is that of the body after `previousHash`. */
  readonly isSound: boolean;
  /** With its braces; each character is a byte. */
  readonly body: string;
  readonly tail: LineTail | null;
  /** The tail as it is written, without the brace that closes the line. */
  readonly tailText: string;
}

/** What stands behind the body. */
export interface LineTail {
  /** Null: nothing personal came along, or was erased. False: it is not what the entry commits to. */
  readonly personal: boolean | null;
  /** Roots of the subtrees that hold the entries left out since the line before; undefined where none may be. */
  readonly skipped?: readonly Hash[];
}

const header =
  /^\{"sequence":([1-9][0-9]{0,15}),"hash":"(sha256:[0-9a-f]{64})","previousHash":"(sha256:[0-9a-f]{64})","bytes":([1-9][0-9]{0,9}),/u;

/** @param line without its end; each character is a byte. Null for what is no line of an export. */
export function readExportLine(line: string): ExportLine | null {
  const [head = '', sequenceText = '', hashText = '', previousText = '', bytes = ''] = header.exec(line) ?? [];
  const sequence = Number(sequenceText);
  const hash = parseHashText(hashText);
  const previousHash = parseHashText(previousText);
  if (hash === null || previousHash === null || !Number.isSafeInteger(sequence)) return null;
  const end = head.length + Number(bytes) - 2;
  const body = `{${line.slice(head.length, end)}}`;
  const tail = readTail(line.slice(end), body);
  if (body.length !== Number(bytes) || tail === undefined) return null;
  const leaf = leafHash(Buffer.from(body, 'latin1'));
  const isSound = chainHash(previousHash, leaf) === hash;
  return { sequence, hash, previousHash, leaf, isSound, body, tail, tailText: line.slice(end, -1) };
}

const tailParts = /^(?:,"payload":(.*),"salt":"([0-9a-f]{64})")?(?:,"skipped":(\[[^[\]]*\]))?\}$/su;

/**
 * From the brace or comma behind the body on; undefined for what cannot stand there.
 * @param body with its braces
 */
export function readTail(text: string, body: string): LineTail | null | undefined {
  if (text === '}') return null;
  const match = tailParts.exec(text);
  if (match === null) return undefined;
  const [, payload, salt = '', skippedText] = match;
  const personal = payload === undefined ? null : commitmentOf(body) === commitment(salt, payload);
  if (skippedText === undefined) return { personal };
  const skipped = readSkipped(skippedText);
  return skipped === null ? undefined : { personal, skipped };
}

function commitment(salt: string, payload: string): string {
  const bytes = Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(payload, 'latin1')]);
  return `sha256:${Buffer.from(sha256(bytes), 'latin1').toString('hex')}`;
}

function commitmentOf(body: string): unknown {
  try {
    const entry: unknown = JSON.parse(body);
    return isJsonObject(entry) ? entry['personal'] : undefined;
  } catch {
    return undefined;
  }
}

function readSkipped(text: string): readonly Hash[] | null {
  if (text === '[]') return [];
  const hashes = text.slice(2, -2).split('","').map(parseHashBase64);
  const found = hashes.filter((hash) => hash !== null);
  return found.length === hashes.length && text.startsWith('["') && text.endsWith('"]') ? found : null;
}
