/** How far a reader of rows has come: the last row it has read. */
export interface Place {
  /** Of the row: the number of the transaction that wrote it. */
  readonly transaction: string;
  readonly id: string;
}

/** Before all rows. */
export const beginning: Place = { transaction: '0', id: '' };
