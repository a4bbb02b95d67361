import { asc, count, eq } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import { environments } from '../../../db/tables/index.ts';
import type { pageBounds } from '../../../server/page.ts';

export type EnvironmentRow = Pick<
  typeof environments.$inferSelect,
  'id' | 'key' | 'mode' | 'settings' | 'revision' | 'createdAt'
>;

/** The environments of the session's project; row-level security shows no others. */
export async function selectEnvironments(
  session: Session,
  bounds: ReturnType<typeof pageBounds>,
): Promise<readonly EnvironmentRow[]> {
  return session.tx
    .select({
      id: environments.id,
      key: environments.key,
      mode: environments.mode,
      settings: environments.settings,
      revision: environments.revision,
      createdAt: environments.createdAt,
    })
    .from(environments)
    .where(eq(environments.projectId, session.projectId))
    .orderBy(asc(environments.key))
    .limit(bounds.limit)
    .offset(bounds.offset);
}

export async function countEnvironments(session: Session): Promise<number> {
  const rows = await session.tx
    .select({ total: count() })
    .from(environments)
    .where(eq(environments.projectId, session.projectId));
  return rows[0]?.total ?? 0;
}
