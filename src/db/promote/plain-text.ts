import { sql } from 'drizzle-orm';
import type { Transaction } from '../contract.ts';

/** Every type has a text form that reads back as the same value, on condition that both sides write it alike. */
export async function plainText(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    SELECT set_config('DateStyle', 'ISO, YMD', true), set_config('IntervalStyle', 'iso_8601', true),
      set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true)`);
}
