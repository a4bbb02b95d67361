import type { SealedEntry } from '../../entries/entry.ts';
import { actionName } from '../action-name.ts';
import { cutText } from '../cut-text.ts';
import type { EntryFormat, EntrySource } from '../format.ts';
import { type ExportManifest, manifestAction } from '../manifest.ts';
import { readEntry } from '../read-entry.ts';
import { severityOf } from '../severity.ts';
import { escapeHeader } from './escape.ts';
import { extensionOf, milliseconds } from './extension.ts';
import { Fields } from './fields.ts';

/** ArcSight's Common Event Format, revision 25. One event on one line, whatever its fields hold. */
export const cef: EntryFormat = {
  contentType: 'text/plain; charset=utf-8',
  extension: 'cef',
  beginning: '',
  encode: (entries, source) => entries.map((entry) => `${cefLine(entry, source)}\n`).join(''),
  encodeManifest: (manifest, source) => `${header(manifestAction, 0, source)}${manifestFields(manifest)}\n`,
};

/** Without the line's end. */
export function cefLine(sealed: SealedEntry, source: EntrySource): string {
  const entry = readEntry(sealed);
  return header(entry.action, severityOf[entry.outcome].cef, source) + extensionOf(entry, sealed, source);
}

function header(action: string, severity: number, { version }: EntrySource): string {
  const program = escapeHeader(cutText(version, 31));
  const name = escapeHeader(cutText(actionName(action), 512));
  return `CEF:0|Dream|Dream|${program}|${escapeHeader(cutText(action, 1023))}|${name}|${severity}|`;
}

function manifestFields(manifest: ExportManifest): string {
  const fields = new Fields();
  fields.add('rt', 32, milliseconds(manifest.at));
  fields.add('act', 63, manifestAction);
  fields.addLabelled('cn1', 32, 'entries', manifest.entries);
  // Longer than other values may be: a manifest of which something is missing proves nothing.
  fields.addLabelled('cs1', Infinity, 'manifest', JSON.stringify({ manifest }));
  return fields.text;
}
