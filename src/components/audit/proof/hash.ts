import { hash } from 'node:crypto';

/**
 * SHA-256: 32 bytes as a text of 32 characters, each one byte (`latin1`). So it cannot change, is compared by `===`,
 * and is made twice as fast as a Buffer.
 */
export type Hash = string;

export const hashLength = 32;

/** Stands before the first entry of a chain. */
export const zeroHash: Hash = '\0'.repeat(hashLength);

export function sha256(bytes: Uint8Array | string): Hash {
  return hash('sha256', bytes, 'binary');
}

export function sha256Hex(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}

// Filled and hashed in one go, never kept between two calls.
const pair = Buffer.alloc(2 * hashLength);
const node = Buffer.alloc(1 + 2 * hashLength, 1);

/** Of an entry: RFC 6962 puts a zero before what is hashed, so that no entry can pass for a node of the tree. */
export function leafHash(body: string | Uint8Array): Hash {
  return sha256(Buffer.concat([zeroByte, typeof body === 'string' ? Buffer.from(body, 'utf8') : body]));
}

const zeroByte = Buffer.alloc(1);

/** Of two subtrees of the tree. */
export function nodeHash(left: Hash, right: Hash): Hash {
  node.write(left, 1, 'latin1');
  node.write(right, 1 + hashLength, 'latin1');
  return sha256(node);
}

/** Of an entry in its chain. */
export function chainHash(previous: Hash, leaf: Hash): Hash {
  pair.write(previous, 0, 'latin1');
  pair.write(leaf, hashLength, 'latin1');
  return sha256(pair);
}

export function hashBytes(value: Hash): Buffer {
  return Buffer.from(value, 'latin1');
}

/** @throws RangeError for what is not 32 bytes. */
export function hashOfBytes(bytes: Uint8Array): Hash {
  if (bytes.length !== hashLength) throw new RangeError(`a hash has ${hashLength} bytes, not ${bytes.length}`);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

/** `sha256:` and 64 hexadecimal digits. */
export type HashText = `sha256:${string}`;

export function hashText(value: Hash): HashText {
  return `sha256:${hashBytes(value).toString('hex')}`;
}

/** Null for what {@link hashText} would not have written. */
export function parseHashText(text: string): Hash | null {
  return /^sha256:[0-9a-f]{64}$/u.test(text) ? Buffer.from(text.slice(7), 'hex').toString('latin1') : null;
}

export function hashBase64(value: Hash): string {
  return hashBytes(value).toString('base64');
}

/** Null for what {@link hashBase64} would not have written. */
export function parseHashBase64(text: string): Hash | null {
  const bytes = strictBase64(text);
  return bytes?.length === hashLength ? bytes.toString('latin1') : null;
}

/** Null for text that is not the one base64 of its bytes: a proof must not be the same after it was changed. */
export function strictBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
