import { and, asc, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { hashJson } from '../../../../engine/canonical-json.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import type { SensitiveAttributes } from '../../evaluation/ruleset.ts';
import { identityOf, withoutSensitive } from '../strip-context.ts';
import { seenContexts } from '../tables.ts';

/** Contexts kept of an environment, those seen last; as many again of those whom no secret key vouches for. */
const mostContexts = 10_000;

/** A session bound to one tenant, or to nobody, sees only what it wrote itself, and may keep this many. */
const mostOfOne = 1000;

/**
 * Remembers that these were seen, and forgets those seen longest ago beyond what is kept. Contexts in which nobody is
 * named are not kept: they could not be told from each other. A session of the whole environment may say for whom they
 * are kept.
 */
export async function rememberContexts(
  session: Session,
  contexts: readonly JsonObject[],
  now: Date,
  tenantId = session.tenantId ?? '',
): Promise<void> {
  const byIdentity = new Map(
    contexts.map((context) => [hashJson(identityOf(context).map(([...pair]) => pair)), context]),
  );
  if (byIdentity.size === 0) return;
  const rows = [...byIdentity]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([identity, context]) => ({
      environmentId: session.environmentId,
      tenantId,
      identity,
      context,
      firstSeen: now,
      lastSeen: now,
    }));
  await session.tx
    .insert(seenContexts)
    .values(rows)
    .onConflictDoUpdate({
      target: [seenContexts.environmentId, seenContexts.tenantId, seenContexts.identity],
      set: { context: sql`excluded.context`, lastSeen: sql`excluded.last_seen` },
    });
  if (tenantId !== '') await forgetBeyond(session, mostOfOne, eq(seenContexts.tenantId, tenantId));
  if (session.tenantId !== null) return;
  await forgetBeyond(session, mostContexts, vouchedFor);
  await forgetBeyond(session, mostContexts, sql`not (${vouchedFor})`);
}

const vouchedFor: SQL = eq(seenContexts.tenantId, '');

async function forgetBeyond(session: Session, most: number, which: SQL): Promise<void> {
  const ofEnvironment = eq(seenContexts.environmentId, session.environmentId);
  const kept = session.tx
    .select({ lastSeen: seenContexts.lastSeen })
    .from(seenContexts)
    .where(and(ofEnvironment, which))
    .orderBy(desc(seenContexts.lastSeen))
    .offset(most)
    .limit(1);
  // Those that were seen at the very same moment go together.
  await session.tx.delete(seenContexts).where(and(ofEnvironment, which, sql`${seenContexts.lastSeen} <= ${kept}`));
}

/**
 * In the order of their identity, a thousand at a time: all of them at once may be many megabytes. Without what is
 * sensitive by now, whatever was when they were written; who is named by nothing else is left out.
 */
export async function* readSeenContexts(
  session: Session,
  sensitive: SensitiveAttributes,
): AsyncGenerator<readonly JsonObject[]> {
  let after: readonly [tenantId: string, identity: string] = ['', ''];
  for (;;) {
    const rows = await session.tx
      .select({ tenantId: seenContexts.tenantId, identity: seenContexts.identity, context: seenContexts.context })
      .from(seenContexts)
      .where(
        and(
          eq(seenContexts.environmentId, session.environmentId),
          sql`(${seenContexts.tenantId}, ${seenContexts.identity}) > (${after[0]}, ${after[1]})`,
        ),
      )
      .orderBy(asc(seenContexts.tenantId), asc(seenContexts.identity))
      .limit(1000);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows
      .map(({ context }) => withoutSensitive(context, sensitive))
      .filter((context) => identityOf(context).length > 0);
    after = [last.tenantId, last.identity];
  }
}

/** Those that were reported for the tenant, and those that name it. */
export async function deleteSeenContexts({ environmentId, tx }: Session, tenantId: string): Promise<void> {
  const theirs = or(eq(seenContexts.tenantId, tenantId), sql`${seenContexts.context} #>> '{tenant,key}' = ${tenantId}`);
  await tx.delete(seenContexts).where(and(eq(seenContexts.environmentId, environmentId), theirs));
}
