/** A month as entries are parted by it. */
export interface Month {
  readonly begin: Date;
  /** The first moment after it. */
  readonly end: Date;
}
