import { eq, sql } from 'drizzle-orm';
import type { Transaction } from '../contract.ts';
import { followers } from '../tables/index.ts';
import { beginning, type Place } from './place.ts';

/**
 * Where the follower of this name stands; null while another server is at it, whose turn it then is. Nobody else gets
 * it before `tx` has ended: what is done with the rows beyond, and the new place, belong into that transaction.
 */
export async function takePlace(tx: Transaction, name: string): Promise<Place | null> {
  const taken = await take(tx, name);
  if (taken !== undefined) return taken;
  const { rowCount } = await tx
    .insert(followers)
    .values({ name, ...beginning, updatedAt: sql`now()` })
    .onConflictDoNothing();
  // It was there already, and somebody has it.
  return rowCount === 0 ? null : beginning;
}

async function take(tx: Transaction, name: string): Promise<Place | undefined> {
  const [row] = await tx
    .select({ transaction: followers.transaction, id: followers.id })
    .from(followers)
    .where(eq(followers.name, name))
    .for('update', { skipLocked: true });
  return row;
}

/** The follower has read up to there, in the transaction in which it took its place. */
export async function movePlace(tx: Transaction, name: string, place: Place): Promise<void> {
  await tx
    .update(followers)
    .set({ transaction: place.transaction, id: place.id, updatedAt: sql`now()` })
    .where(eq(followers.name, name));
}
