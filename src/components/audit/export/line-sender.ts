import type { SendBytes } from '../../../db/contract.ts';

/** Sends the lines of entries on, which come in any pieces. Of a line that is not whole yet it sends nothing. */
export interface LineSender {
  readonly send: SendBytes;
  /** Forgets the line that is not whole: it comes again. */
  readonly forget: () => void;
}
