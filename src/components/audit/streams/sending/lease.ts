/** Milliseconds after which a server that says nothing of a batch is taken for dead. */
export const lease = 30_000;
/** The same where it waits for the receiver to say that it has written the batch down. */
export const longestLease = 120_000;
