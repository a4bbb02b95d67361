const places: { readonly [format: string]: RegExp } = {
  ndjson: /^\{"sequence":(\d+),/,
  csv: /^(\d+),/,
  cef: / cn1Label=sequence cn1=(\d+)\s/,
  syslog: /\[dream@\d+ id="[^"]*" sequence="(\d+)"/,
  ocsf: /"metadata":\{"version":"[^"]*","product":\{[^}]*\},"uid":"[^"]*","sequence":(\d+),/,
};

/** The place in the chain of the entry on a line of an export; undefined where it is no entry. */
export function sequenceOfLine(format: string, line: string): number | undefined {
  const [, sequence] = places[format]?.exec(line) ?? [];
  return sequence === undefined ? undefined : Number(sequence);
}

const heading = '"sequence",';

/** What exports begin with, with entries or without. */
const beginnings: { readonly [format: string]: readonly string[] } = {
  ndjson: ['{"sequence":', '{"manifest":'],
  csv: [heading],
  cef: ['CEF:0|Dream|'],
  syslog: ['<'],
  ocsf: ['{"'],
};

/** Whether the first bytes of a file, however few, may be those of an export. */
export function maybeExport(format: string, bytes: Buffer): boolean {
  const text = bytes.toString('latin1');
  return (beginnings[format] ?? []).some((one) => text.startsWith(one.slice(0, text.length)));
}

/** The names of CSV's columns, which stand before the first entry. */
export function isHeading(format: string, line: string): boolean {
  return format === 'csv' && line.startsWith(heading);
}
