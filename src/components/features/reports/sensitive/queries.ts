import { type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../../db/contract.ts';
import { measuredFlags } from '../../experiments/keeping/queries.ts';

/** Takes the attribute out of contexts; those that are named by it go, since they are kept under that name. */
export async function forgetInContexts({ environmentId, tx }: Session, kind: string, name: string): Promise<void> {
  const concerned = sql`environment_id = ${environmentId} and jsonb_exists(context -> ${kind}::text, ${name})`;
  await tx.execute(
    name === 'key'
      ? sql`delete from seen_contexts where ${concerned}`
      : sql`update seen_contexts set context = context #- array[${kind}, ${name}]::text[] where ${concerned}`,
  );
}

/** Units of the attribute and of whatever is in it, by the index: `user.email=…` and `user.email.domain=…`. */
export async function forgetUnits({ environmentId, tx }: Session, attribute: string): Promise<void> {
  const ofEnvironment = sql`environment_id = ${environmentId}`;
  // Texts are in the order of their bytes here: what begins with `=` comes before `>`, and with `.` before `/`.
  for (const [begin, end] of [
    ['=', '>'],
    ['.', '/'],
  ] as const) {
    const theirs = sql`unit >= ${attribute + begin} and unit < ${attribute + end}`;
    await tx.execute(sql`
      with ${measuredFlags(environmentId)}
      delete from exposures where ${ofEnvironment}
        and flag = any (array(select flag from measured where flag is not null)) and ${theirs}`);
    for (const table of [sql`observations`, sql`sticky_assignments`] satisfies SQL[])
      await tx.execute(sql`delete from ${table} where ${ofEnvironment} and ${theirs}`);
  }
}
