const places: { readonly [format: string]: RegExp } = {
  ndjson: /^\{"sequence":(\d+),/,
  cef: / cn1Label=sequence cn1=(\d+)\s/,
  syslog: /\[dream@\d+ id="[^"]*" sequence="(\d+)"/,
  ocsf: /"metadata":\{"version":"[^"]*","product":\{[^}]*\},"uid":"[^"]*","sequence":(\d+),/,
};

/** Formats of which a line is always a whole entry: a cell of CSV may hold line ends. */
export const resumable: readonly string[] = Object.keys(places);

/** The place in the chain of the entry on a line of an export; undefined where it is no entry. */
export function sequenceOfLine(format: string, line: string): number | undefined {
  const [, sequence] = places[format]?.exec(line) ?? [];
  return sequence === undefined ? undefined : Number(sequence);
}
