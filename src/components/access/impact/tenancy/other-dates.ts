import type { Session } from '../../../../db/contract.ts';
import { readLiveResources } from '../../../../db/live-resources.ts';
import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import type { ToldImpact } from '../../../../engine/changeset/impact.ts';
import type { JsonObject } from '../../../../engine/json.ts';
import { entriesOf, textOf } from '../../../../engine/json-fields.ts';
import { instantMilliseconds } from '../../../../engine/values/instant.ts';
import { asksFor, type AsksFor } from '../../policy/asks-for.ts';
import { datesOfTenancy } from '../../policy/declared-dates.ts';
import { selectTenantValues, selectUserValues, type Suspects, type UserValues } from './queries.ts';

const figures = ['membersLosingPermission', 'membersGainingPermission'];

/**
 * Conditions compare a date with `now` and a text with texts. Which of them hold for whom once a value is read otherwise
 * nobody has asked. Values stay where they are, whatever is declared, so what counts is whether a condition asks for it,
 * before or after, and whether anybody has one that reads as a date.
 */
export async function otherDates(
  { after, before }: Pick<DraftChange, 'after' | 'before'>,
  changes: readonly DraftChange[],
  session: Session,
): Promise<ToldImpact['unknown']> {
  const [was, is] = [datesOfTenancy(before ?? undefined), datesOfTenancy(after ?? undefined)];
  const ofUsers = readOtherwise(was.user, is.user);
  const ofTenants = readOtherwise(was.tenant, is.tenant);
  if (ofUsers.length === 0 && ofTenants.length === 0) return [];
  const asked = await readAsked(changes, session);
  const askedOf = (root: string, names: readonly string[]) => names.filter((name) => asked.ever(root, name));
  const [users, tenants] = [askedOf('user', ofUsers), askedOf('tenant', ofTenants)];
  const heldByUsers = users.length === 0 ? [] : held(users, await selectUserValues(session, having(users)));
  const heldByTenants =
    tenants.length === 0 ? [] : held(tenants, await selectTenantValues(session, { ...having(tenants), outside: {} }));
  return [
    ...users
      // What is not kept of a user, whoever asks may say of them.
      .filter((name) => heldByUsers.includes(name) || asked.already('user', name))
      .map((name) => reading('user', name, is.user.includes(name))),
    ...heldByTenants.map((name) => reading('tenant', name, is.tenant.includes(name))),
  ];
}

function having(names: readonly string[]): Suspects {
  return { having: names, lacking: [] };
}

function reading(whose: 'tenant' | 'user', name: string, asDate: boolean): ToldImpact['unknown'][number] {
  const how = asDate ? 'as a date' : 'now that it is no date';
  return { reason: `whom conditions on ${whose}.${name} admit ${how} is not known`, figures };
}

function readOtherwise(before: readonly string[], after: readonly string[]): readonly string[] {
  return [...new Set([...before, ...after])]
    .filter((name) => before.includes(name) !== after.includes(name))
    .toSorted();
}

/** What is no date stays the text that it is, whatever is declared. */
function held(names: readonly string[], values: readonly UserValues[]): readonly string[] {
  return names.filter((name) =>
    values.some(({ attributes }) => {
      const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
      return typeof value === 'string' && instantMilliseconds(value) !== undefined;
    }),
  );
}

/** What conditions of roles and scopes of resource types ask for: as they are, and as they are or are to be. */
async function readAsked(
  changes: readonly DraftChange[],
  session: Session,
): Promise<{ readonly already: AsksFor; readonly ever: AsksFor }> {
  const live = await readLiveResources(session, ['Role', 'ResourceType']);
  const coming = changes.flatMap(({ after, kind }) => (after === null ? [] : expressionsIn(kind, after)));
  const present = live.flatMap(({ body, kind }) => expressionsIn(kind, body));
  const already = anyAsks(present);
  const anew = anyAsks(coming);
  return { already, ever: (root, name) => already(root, name) || anew(root, name) };
}

function anyAsks(expressions: readonly string[]): AsksFor {
  const all = [...new Set(expressions)].map(asksFor);
  return (root, name) => all.some((asks) => asks(root, name));
}

function expressionsIn(kind: string, { conditions, scopes }: JsonObject): readonly string[] {
  if (kind !== 'Role' && kind !== 'ResourceType') return [];
  return entriesOf(kind === 'Role' ? conditions : scopes).flatMap(([, expression]) => textOf(expression) ?? []);
}
