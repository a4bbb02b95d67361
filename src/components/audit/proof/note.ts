import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { strictBase64 } from './hash.ts';

/*
 * Signed notes as of C2SP (signed-note), with Ed25519: text, an empty line, and a line `— name base64` for each signature.
 */

/** Who signs: a name without spaces and `+`, and the 32 bytes of an Ed25519 public key. */
export interface NoteVerifier {
  readonly name: string;
  /** Eight hexadecimal digits, made of the name and the key. */
  readonly id: string;
  readonly publicKey: Uint8Array;
}

export interface NoteSigner {
  readonly verifier: NoteVerifier;
  readonly privateKey: KeyObject;
}

const ed25519 = 1;
const keyLength = 32;
const idLength = 4;
/** What stands before the 32 bytes of a key in DER. */
const privateKeyHead = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicKeyHead = Buffer.from('302a300506032b6570032100', 'hex');

/** @param seed 32 random bytes, which are the private key. */
export function noteSigner(name: string, seed: Uint8Array): NoteSigner {
  const privateKey = createPrivateKey({
    key: Buffer.concat([privateKeyHead, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-keyLength);
  return { verifier: noteVerifier(name, publicKey), privateKey };
}

/** @throws RangeError for a name or a key that notes cannot have. */
export function noteVerifier(name: string, publicKey: Uint8Array): NoteVerifier {
  if (!isKeyName(name)) throw new RangeError(`'${name}' cannot be the name of a key`);
  if (publicKey.length !== keyLength) throw new RangeError(`a public key has ${keyLength} bytes`);
  const named = Buffer.concat([Buffer.from(`${name}\n`, 'utf8'), Buffer.of(ed25519), publicKey]);
  return { name, id: hash('sha256', named, 'hex').slice(0, idLength * 2), publicKey };
}

/** `name+id+base64`: how a public key is handed on. */
export function formatVerifier({ name, id, publicKey }: NoteVerifier): string {
  return `${name}+${id}+${Buffer.concat([Buffer.of(ed25519), publicKey]).toString('base64')}`;
}

/** Null for what {@link formatVerifier} would not have written. */
export function parseVerifier(text: string): NoteVerifier | null {
  const [name = '', id = '', ...rest] = text.split('+');
  const key = strictBase64(rest.join('+'));
  if (key === null || key.length !== 1 + keyLength || key[0] !== ed25519 || !isKeyName(name)) return null;
  const verifier = noteVerifier(name, key.subarray(1));
  return verifier.id === id ? verifier : null;
}

/**
 * @param text ends with a line's end
 * @returns text and signature
 */
export function signNote(text: string, signer: NoteSigner): string {
  return `${text}\n${signatureLine(text, signer)}`;
}

/** `— name base64`, with its end. */
export function signatureLine(text: string, { verifier, privateKey }: NoteSigner): string {
  const signature = sign(null, Buffer.from(text, 'utf8'), privateKey);
  const marked = Buffer.concat([Buffer.from(verifier.id, 'hex'), signature]).toString('base64');
  return `— ${verifier.name} ${marked}\n`;
}

/** `unknown-key`: none of the keys signed it; `invalid`: the text is not what was signed; `malformed`: it is no note. */
export type NoteProblem = 'malformed' | 'unknown-key' | 'invalid';

export type OpenedNote =
  | { readonly text: string; readonly verifier: NoteVerifier; readonly problem?: never }
  | { readonly problem: NoteProblem };

/** The text, if one of the keys signed it; what other keys say of it is passed over, but a wrong signature is not. */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): OpenedNote {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || hasControl(note)) return { problem: 'malformed' };
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  let signedBy: NoteVerifier | undefined;
  for (const line of lines) {
    const signature = readSignature(line);
    if (signature === null) return { problem: 'malformed' };
    const verifier = verifiers.find(({ id, name }) => id === signature.id && name === signature.name);
    if (verifier === undefined) continue;
    if (!isSignatureOf(text, signature.bytes, verifier)) return { problem: 'invalid' };
    signedBy ??= verifier;
  }
  return signedBy === undefined ? { problem: 'unknown-key' } : { text, verifier: signedBy };
}

function isSignatureOf(text: string, signature: Uint8Array, { publicKey }: NoteVerifier): boolean {
  const key = createPublicKey({ key: Buffer.concat([publicKeyHead, publicKey]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text, 'utf8'), key, signature);
}

function readSignature(line: string): { readonly name: string; readonly id: string; readonly bytes: Buffer } | null {
  const [dash, name = '', base64 = '', ...rest] = line.split(' ');
  const marked = strictBase64(base64);
  if (dash !== '—' || rest.length > 0 || marked === null || marked.length <= idLength || !isKeyName(name)) return null;
  return { name, id: marked.subarray(0, idLength).toString('hex'), bytes: marked.subarray(idLength) };
}

function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+]/u.test(name) && !hasControl(name);
}

function hasControl(text: string): boolean {
  return /[\u0000-\u0009\u000b-\u001f]/u.test(text);
}
