import { basename, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What one archive is called, and where that is: the address of a place, and the name there. */
export interface PlacedArchive {
  readonly address: string;
  readonly name: string;
}

/** @param location as the record calls an archive: `s3://acme-audit/production/…` or `file:///var/archive/…` */
export function placeOf(location: string): PlacedArchive {
  if (location.startsWith('file:')) {
    const path = fileURLToPath(location);
    return { address: pathToFileURL(dirname(path)).href, name: basename(path) };
  }
  const [, address = '', name = ''] = /^(s3:\/\/[^/]+)\/(.+)$/u.exec(location) ?? [];
  return { address, name };
}
