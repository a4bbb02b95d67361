import type { SealedEntry } from '../entries/entry.ts';
import type { EntryFormat } from './format.ts';

/** What was kept apart from an entry because it may have to be forgotten. */
export interface PersonalPayload {
  /** Its canonical JSON. */
  readonly payload: string;
  /** 32 bytes in hexadecimal digits. */
  readonly salt: string;
}

/**
 * One entry on one line, without the line's end. `bytes` says how long the body is in UTF-8: the `bytes - 2` bytes after
 * the first comma behind it, between braces, are the stored body, so that a reader can hash it without parsing anything.
 */
export function ndjsonLine({ body, hash, previousHash, sequence }: SealedEntry, personal?: PersonalPayload): string {
  const place = `{"sequence":${sequence},"hash":"${hash}","previousHash":"${previousHash}","bytes":${Buffer.byteLength(body)},`;
  if (personal === undefined) return place + body.slice(1);
  return `${place}${body.slice(1, -1)},"payload":${personal.payload},"salt":"${personal.salt}"}`;
}

export const ndjson: EntryFormat = {
  contentType: 'application/x-ndjson; charset=utf-8',
  extension: 'ndjson',
  beginning: '',
  encode: (entries) => entries.map((entry) => `${ndjsonLine(entry)}\n`).join(''),
  encodeManifest: (manifest) => `${JSON.stringify({ manifest })}\n`,
};
