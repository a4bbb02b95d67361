import { stringify } from 'csv-stringify/sync';
import type { EntryFormat } from '../format.ts';
import { manifestAction } from '../manifest.ts';
import { readEntry } from '../read-entry.ts';
import { cellsNamed, cellsOf, columnNames } from './columns.ts';

/**
 * RFC 4180. Every text is quoted: whoever splits at semicolons, as spreadsheets of some countries do, must not find a
 * formula behind one.
 */
export const csv: EntryFormat = {
  contentType: 'text/csv; charset=utf-8; header=present',
  extension: 'csv',
  beginning: rows([columnNames]),
  encode: (entries) => rows(entries.map((sealed) => cellsOf(readEntry(sealed), sealed))),
  encodeManifest: (manifest) =>
    rows([cellsNamed({ action: manifestAction, timestamp: manifest.at, metadata: JSON.stringify({ manifest }) })]),
};

function rows(cells: readonly (readonly unknown[])[]): string {
  return stringify(
    cells.map((row) => [...row]),
    { quoted_string: true, record_delimiter: '\r\n' },
  );
}
