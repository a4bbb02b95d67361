/** A statement that never changes, with `$1`, `$2`… where its parameters go. Made once, when its module is loaded. */
export interface PreparedStatement {
  /** Unique among all statements; each connection reads and plans the statement once, under this name. */
  readonly name: string;
  readonly text: string;
}
