import type { Session } from '../../../../db/contract.ts';
import type { ToldImpact } from '../../../../engine/changeset/impact.ts';
import type { DeclaredAttributes, Tenancy } from '../../tenancy/tenancy.ts';
import { selectTenantValues, selectUserValues, type UserValues } from './queries.ts';

const figures = ['membersLosingPermission', 'membersGainingPermission'];

/**
 * Conditions compare a date with `now` and a text with texts. Which of them hold for whom once a value is read otherwise
 * nobody has asked. Values stay where they are, whatever is declared, so what counts is whether anybody has one.
 */
export async function otherDates(before: Tenancy, after: Tenancy, session: Session): Promise<ToldImpact['unknown']> {
  const ofUsers = readOtherwise(before.userAttributes, after.userAttributes);
  const ofTenants = readOtherwise(before.tenantAttributes, after.tenantAttributes);
  const users = ofUsers.length === 0 ? [] : await selectUserValues(session, { having: ofUsers, lacking: [] });
  const tenants =
    ofTenants.length === 0 ? [] : await selectTenantValues(session, { having: ofTenants, lacking: [], outside: {} });
  return [
    ...held(ofUsers, users).map((name) => reading('user', name, isDate(after.userAttributes, name))),
    ...held(ofTenants, tenants).map((name) => reading('tenant', name, isDate(after.tenantAttributes, name))),
  ];
}

function reading(whose: 'tenant' | 'user', name: string, asDate: boolean): ToldImpact['unknown'][number] {
  const how = asDate ? 'as a date' : 'now that it is no date';
  return { reason: `whom conditions on ${whose}.${name} admit ${how} is not known`, figures };
}

function readOtherwise(before: DeclaredAttributes | null, after: DeclaredAttributes | null): readonly string[] {
  const names = new Set([...(before ?? []), ...(after ?? [])].map(([name]) => name));
  return [...names].filter((name) => isDate(before, name) !== isDate(after, name)).toSorted();
}

function isDate(declared: DeclaredAttributes | null, name: string): boolean {
  return declared?.get(name)?.type === 'date';
}

function held(names: readonly string[], values: readonly UserValues[]): readonly string[] {
  return names.filter((name) => values.some(({ attributes }) => Object.hasOwn(attributes, name)));
}
