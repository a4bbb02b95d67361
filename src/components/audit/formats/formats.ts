import { cef } from './cef/cef.ts';
import { csv } from './csv/csv.ts';
import type { EntryFormat } from './format.ts';
import { ndjson } from './ndjson.ts';
import { ocsf } from './ocsf/ocsf.ts';
import { syslog } from './syslog/syslog.ts';

export type FormatName = 'ndjson' | 'csv' | 'cef' | 'syslog' | 'ocsf';

/** In all of which entries can be had. */
export const formats: { readonly [name in FormatName]: EntryFormat } = { ndjson, csv, cef, syslog, ocsf };
