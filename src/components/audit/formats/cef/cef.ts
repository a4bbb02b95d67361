import type { SealedEntry } from '../../entries/entry.ts';
import type { EntryFormat, EntrySource } from '../format.ts';
import { type ExportManifest, manifestAction } from '../manifest.ts';
import { readEntry } from '../read-entry.ts';
import { severityOf } from '../severity.ts';
import { ActionTexts } from './action-texts.ts';
import { extensionOf } from './extension.ts';
import { field, integerField, joined } from './fields.ts';
import { Instants } from './instants.ts';

/** ArcSight's Common Event Format, revision 25. One event on one line, whatever its fields hold. */
export const cef: EntryFormat = {
  contentType: 'text/plain; charset=utf-8',
  extension: 'cef',
  beginning: '',
  encode(entries, source) {
    let text = '';
    for (const entry of entries) text += `${cefLine(entry, source)}\n`;
    return text;
  },
  encodeManifest: (manifest, source) =>
    `${knownBy(source).actions.of(manifestAction).header}0|${manifestFields(manifest, source)}\n`,
};

/** Without the line's end. */
export function cefLine(sealed: SealedEntry, source: EntrySource): string {
  const entry = readEntry(sealed);
  const { actions, instants } = knownBy(source);
  const { fields, header } = actions.of(entry.action);
  const time = instants.millisecondsOf(entry.timestamp);
  return `${header}${severityOf[entry.outcome].cef}|${extensionOf(entry, sealed, source, time, fields)}`;
}

/** What lines have in common, for as long as whoever writes them down. */
interface Known {
  readonly actions: ActionTexts;
  readonly instants: Instants;
}

const known = new WeakMap<EntrySource, Known>();

function knownBy(source: EntrySource): Known {
  const before = known.get(source);
  if (before !== undefined) return before;
  const made = { actions: new ActionTexts(source.version), instants: new Instants() };
  known.set(source, made);
  return made;
}

function manifestFields(manifest: ExportManifest, source: EntrySource): string {
  return joined(
    integerField('rt=', knownBy(source).instants.millisecondsOf(manifest.at)) +
      field(' act=', 63, manifestAction) +
      integerField(' cn1Label=entries cn1=', manifest.entries) +
      // Longer than other values may be: a manifest of which something is missing proves nothing.
      field(' cs1Label=manifest cs1=', Infinity, JSON.stringify({ manifest })),
  );
}
