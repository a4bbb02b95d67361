import { type SQL, sql } from 'drizzle-orm';
import type { Session } from '../../../db/contract.ts';
import type { Change } from '../../../engine/changeset/changeset.ts';
import type { JsonObject } from '../../../engine/json.ts';
import { measuredFlags } from '../experiments/keeping/queries.ts';
import { attributeText } from '../evaluation/attribute-path.ts';
import { sensitiveAttributes } from '../ruleset/sensitive-attributes.ts';

/**
 * What was kept of attributes that become sensitive goes, in the transaction that makes them so: out of contexts, and
 * with all that was told of units by them. A context in which somebody was named by it goes as a whole, since it is
 * kept under that name.
 */
export async function forgetSensitive(changes: readonly Change[], session: Session): Promise<void> {
  for (const { after, before, from, key, kind } of changes) {
    if (kind !== 'ContextKind') continue;
    const known = new Set(from === undefined ? namesOf(key, before) : []);
    for (const name of namesOf(key, after)) {
      if (known.has(name)) continue;
      await forgetInContexts(session, key, name);
      await forgetUnits(session, attributeText(key, [name]));
    }
  }
}

function namesOf(key: string, body: JsonObject | null): readonly string[] {
  return body === null ? [] : (sensitiveAttributes([{ key, body }])[key] ?? []);
}

async function forgetInContexts({ environmentId, tx }: Session, kind: string, name: string): Promise<void> {
  const concerned = sql`environment_id = ${environmentId} and jsonb_exists(context -> ${kind}::text, ${name})`;
  await tx.execute(
    name === 'key'
      ? sql`delete from seen_contexts where ${concerned}`
      : sql`update seen_contexts set context = context #- array[${kind}, ${name}]::text[] where ${concerned}`,
  );
}

/** Units of the attribute and of whatever is in it, by the index: `user.email=…` and `user.email.domain=…`. */
async function forgetUnits({ environmentId, tx }: Session, attribute: string): Promise<void> {
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
