import { originOf, type ChainName } from '../../proof/checkpoint.ts';

/**
 * `acme/production/globex/1-20000-arc_….ndjson.gz`. The id is another each time: who archives the same entries a second
 * time never writes over an archive that an entry names.
 */
export function archiveName(
  chain: ChainName,
  { first, last }: { readonly first: number; readonly last: number },
  id: string,
): string {
  // A part of nothing but dots would mean another folder.
  const parts = originOf(chain)
    .split('/')
    .map((part) => (/^\.+$/u.test(part) ? part.replaceAll('.', '%2E') : part));
  return [...parts, `${first}-${last}-${id}.ndjson.gz`].join('/');
}
