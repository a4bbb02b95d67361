import { type Hash, hashBase64, hashText, parseHashBase64, parseHashText } from './hash.ts';
import { type NoteProblem, type NoteSigner, type NoteVerifier, openNote, signNote } from './note.ts';

/** What is signed of a chain: all of its entries up to `size`, both as a tree and as a chain. */
export interface Checkpoint {
  /** Which chain. */
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  /** Hash of the entry `size` in its chain. */
  readonly head: Hash;
}

export interface ChainName {
  readonly project: string;
  readonly environment: string;
  /** Empty: of the environment as a whole. */
  readonly tenantId: string;
}

/** `acme/production/globex`; a `-` stands for the environment as a whole, and is written `%2D` where it is a tenant. */
export function originOf({ project, environment, tenantId }: ChainName): string {
  const tenant = tenantId === '' ? '-' : tenantId === '-' ? '%2D' : namePart(tenantId);
  return `${keyNameOf({ project, environment })}/${tenant}`;
}

/** `acme/production`: all chains of an environment are signed with one key. */
export function keyNameOf({ project, environment }: Omit<ChainName, 'tenantId'>): string {
  return `${namePart(project)}/${namePart(environment)}`;
}

function namePart(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** As of C2SP (tlog-checkpoint); the head of the chain is a line of extension. */
export function checkpointText({ head, origin, root, size }: Checkpoint): string {
  return `${origin}\n${size}\n${hashBase64(root)}\nchain ${hashText(head)}\n`;
}

export function signCheckpoint(checkpoint: Checkpoint, signer: NoteSigner): string {
  return signNote(checkpointText(checkpoint), signer);
}

export type OpenedCheckpoint =
  | { readonly checkpoint: Checkpoint; readonly verifier: NoteVerifier; readonly problem?: never }
  | { readonly problem: NoteProblem };

export function openCheckpoint(note: string, verifiers: readonly NoteVerifier[]): OpenedCheckpoint {
  const opened = openNote(note, verifiers);
  if (opened.problem !== undefined) return opened;
  const checkpoint = parseCheckpoint(opened.text);
  return checkpoint === null ? { problem: 'malformed' } : { checkpoint, verifier: opened.verifier };
}

/** Null for what {@link checkpointText} would not have written. */
export function parseCheckpoint(text: string): Checkpoint | null {
  const [origin = '', sizeText = '', rootText = '', headText = ''] = text.split('\n');
  const size = Number(sizeText);
  const root = parseHashBase64(rootText);
  const head = parseHashText(headText.replace(/^chain /u, ''));
  if (root === null || head === null || !Number.isSafeInteger(size)) return null;
  const checkpoint = { origin, size, root, head };
  return checkpointText(checkpoint) === text ? checkpoint : null;
}
