/** What an entry does to a pattern. */
export interface Outcome<State> {
  /** Afterwards; null where nothing needs to be remembered. */
  readonly state: State | null;
  /** The pattern is there. */
  readonly found?: Found;
}

/** A pattern that was found. Entries that were part of one take part in no other. Times are milliseconds since 1970. */
export interface Found {
  /** When it became one: the entry's time, or when it was due. */
  readonly at: number;
  /** From when on it could be known, by the clock that entries are written by: cooldowns are measured by that. */
  readonly known: number;
  /** From its first to its last entry. */
  readonly from: number;
  readonly to: number;
  /** How many entries or different values; of a sequence, its steps; of an absence 0. */
  readonly count: number;
  /** Of the entry that completed it; of an absence, of the last one before it. */
  readonly sequence: number;
}

/** An entry that a rule looks for. Times are milliseconds since 1970. */
export interface Sighting {
  readonly sequence: number;
  /** See `timesOf`. */
  readonly happened: number;
  readonly known: number;
}
