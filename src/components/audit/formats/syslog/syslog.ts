import type { SealedEntry } from '../../entries/entry.ts';
import type { EntryFormat, EntrySource } from '../format.ts';
import { manifestAction } from '../manifest.ts';
import { ndjsonLine } from '../ndjson.ts';
import { readEntry } from '../read-entry.ts';
import { severityOf } from '../severity.ts';
import { dreamElement, originElement, structuredData } from './structured-data.ts';

/** RFC 5424's facility of what is written for audits. */
const audit = 13;

/**
 * RFC 5424. What an entry is found by stands in the structured data; the message is the line of the NDJSON export,
 * with everything beyond ASCII escaped as JSON escapes it. So no byte order mark has to stand before it, which the
 * standard asks of UTF-8 and which many readers of JSON trip over, and nothing in it ends a line.
 */
export const syslog: EntryFormat = {
  contentType: 'text/plain; charset=utf-8',
  extension: 'log',
  beginning: '',
  encode: (entries, source) => entries.map((entry) => `${syslogMessage(entry, source)}\n`).join(''),
  encodeManifest: (manifest, source) => {
    const data = originElement(source) + dreamElement(source, [['action', manifestAction]]);
    return `${header(6, manifest.at, manifestAction, source)} ${data} ${ascii(JSON.stringify({ manifest }))}\n`;
  },
};

/** Without a line's end: over TCP its length goes before it, as `octetCounted` writes it. */
export function syslogMessage(sealed: SealedEntry, source: EntrySource): string {
  return syslogAround(sealed, ascii(ndjsonLine(sealed)), source);
}

/** The same with another text as the message, such as the entry as CEF. It holds no line's end. */
export function syslogAround(sealed: SealedEntry, message: string, source: EntrySource): string {
  const entry = readEntry(sealed);
  const start = header(severityOf[entry.outcome].syslog, entry.timestamp, entry.action, source);
  return `${start} ${structuredData(entry, sealed, source)} ${message}`;
}

function header(severity: number, instant: string, action: string, { host }: EntrySource): string {
  return `<${audit * 8 + severity}>1 ${timestamp(instant)} ${name(host, 255)} dream - ${name(action, 32)}`;
}

/** In UTC, to the millisecond; `-` where there is none that the standard could write. */
function timestamp(instant: string): string {
  const time = new Date(instant);
  if (Number.isNaN(time.getTime())) return '-';
  const text = time.toISOString();
  return /^\d{4}-/.test(text) ? text : '-';
}

/** Printable ASCII without spaces; anything else becomes a question mark. */
function name(text: string | undefined, longest: number): string {
  const printable = (text ?? '').replaceAll(/[^!-~]/gu, '?').slice(0, longest);
  return printable === '' ? '-' : printable;
}

function ascii(json: string): string {
  return json.replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
