import { isJsonObject, type JsonObject } from '../../engine/json.ts';
import { sequenceOfLine } from './sequence-of-line.ts';

/** What an export says of itself in its last line, as far as it says so in every format. */
export interface ArrivedManifest {
  readonly entries: number;
  /** Of all lines before. */
  readonly sha256: string;
  /** The first entries that are missing, and that no retention took out. Null: none. */
  readonly missing: { readonly first: number; readonly last: number } | null;
  readonly asked: AskedExport;
}

/** What an export is of, and what was asked for. */
export interface AskedExport {
  readonly project: string;
  readonly environment: string;
  /** Null: of the environment itself. */
  readonly tenantId: string | null;
  readonly filter: JsonObject;
  readonly personal: boolean;
}

/** The manifest on the last line of an export; null where that is none, as where it was cut off. */
export function readManifest(format: string, line: string): ArrivedManifest | null {
  // What an entry tells may look like a manifest; where its place in the chain stands, a manifest has nothing.
  if (sequenceOfLine(format, line) !== undefined) return null;
  const { manifest } = parsed(textOf(format, line));
  if (!isJsonObject(manifest)) return null;
  const { entries, environment, filter, missing, personal, project, sha256, tenantId } = manifest;
  if (typeof entries !== 'number' || typeof sha256 !== 'string' || !isJsonObject(filter)) return null;
  if (typeof project !== 'string' || typeof environment !== 'string') return null;
  return {
    entries,
    sha256,
    missing: isJsonObject(missing) ? { first: Number(missing['first']), last: Number(missing['last']) } : null,
    asked: {
      project,
      environment,
      tenantId: typeof tenantId === 'string' ? tenantId : null,
      filter,
      personal: personal === true,
    },
  };
}

/** The JSON that the line holds, without what the format does to a text. */
function textOf(format: string, line: string): string {
  if (format === 'csv') return (/"(\{""manifest"":(?:[^"]|"")*)"/u.exec(line)?.[1] ?? '').replaceAll('""', '"');
  const text = line.slice(Math.max(0, line.indexOf('{"manifest":')));
  return format === 'cef' ? text.replaceAll(/\\([\\=])/gu, '$1') : text;
}

function parsed(text: string): JsonObject {
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}
