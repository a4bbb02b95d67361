import { and, eq } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { secrets } from '../../../db/tables/index.ts';

/** As it is kept; undefined where there is none of this name. */
export async function selectSealed(session: Session, name: string): Promise<Uint8Array | undefined> {
  const [row] = await session.tx
    .select({ sealed: secrets.sealed })
    .from(secrets)
    .where(and(eq(secrets.environmentId, session.environmentId), eq(secrets.name, name)));
  return row?.sealed;
}
