import { customType } from 'drizzle-orm/pg-core';

/** A transaction's own number: it never comes again, and rises as transactions begin. */
export const transactionId = customType<{ data: string }>({ dataType: () => 'xid8' });
