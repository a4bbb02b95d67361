import type { Session } from '../../../../db/contract.ts';
import { canonicalJson } from '../../../../engine/canonical-json.ts';
import type { DraftChange } from '../../../../engine/changeset/draft-change.ts';
import type { ToldEffect, ToldImpact } from '../../../../engine/changeset/impact.ts';
import { type DeclaredAttributes, fixedFields, type Tenancy, tenancyFrom } from '../../tenancy/tenancy.ts';
import { faultEffects, ofTenants, ofUsers } from './fault-effects.ts';
import { faultsOfAttributes, faultsOfFixedFields, newFaults } from './faults.ts';
import { otherDates } from './other-dates.ts';
import { selectTenantValues, selectUserValues, type Suspects, type SuspectTenants } from './queries.ts';

/** What tenants and users are held to when they are made or changed. Nothing is done to those that are there. */
const rules = ['currencies', 'regions', 'dataResidency', 'defaults', 'attributes'];
/** What decides to which tenant a request comes: whom that touches the server does not know. */
const decisive = ['mode', 'tenant'];

/** `{key}` in it stands for the resource's key. A text and no function: see `Component.unknownImpact`. */
export const whoNamesNoTenant =
  'who names no tenant and would come to another one with tenancy {key} is not known to this server';

/**
 * Whom a Tenancy touches that takes other values than before: tenants and users who have one that it would refuse from
 * now on. Null for any other change, and where the model says as much.
 *
 * @param changes the whole changeset
 */
export async function tenancyImpact(
  change: DraftChange,
  changes: readonly DraftChange[],
  session: Session,
): Promise<ToldImpact | null> {
  const { after, before, key, kind } = change;
  if (kind !== 'Tenancy') return null;
  const [was, is] = [tenancyFrom(before ?? undefined), tenancyFrom(after ?? undefined)];
  const effects = await valueEffects(was, is, session);
  const dates = await otherDates(change, changes, session);
  const differs = (field: string): boolean =>
    canonicalJson(before?.[field] ?? null) !== canonicalJson(after?.[field] ?? null);
  if (after === null && dates.length === 0) return null;
  const decides = before !== null && (after === null || decisive.some(differs));
  if (effects.length === 0 && dates.length === 0 && (before === null || decides || !rules.some(differs))) return null;
  const none = 'those that are there stay as they are; tenants and users made or changed from now on are held to it';
  const reason = whoNamesNoTenant.replaceAll('{key}', () => key);
  return { effects, unknown: [...(decides ? [{ reason, figures: [] }] : []), ...dates], none };
}

async function valueEffects(before: Tenancy, after: Tenancy, session: Session): Promise<readonly ToldEffect[]> {
  const ofTheTenants = suspectTenants(before, after);
  const tenants = ofTheTenants === null ? [] : await selectTenantValues(session, ofTheTenants);
  const ofTheUsers = suspects(before.userAttributes, after.userAttributes);
  const users = ofTheUsers === null ? [] : await selectUserValues(session, ofTheUsers);
  return [
    ...faultEffects(
      tenants.map(({ attributes, id, name, ...fixed }) => ({
        who: { name, tenant: id },
        faults: new Map([
          ...newFaults(faultsOfFixedFields(fixed, before.allowed), faultsOfFixedFields(fixed, after.allowed)),
          ...newFaults(
            faultsOfAttributes(attributes, before.tenantAttributes),
            faultsOfAttributes(attributes, after.tenantAttributes),
          ),
        ]),
      })),
      ofTenants,
    ),
    ...faultEffects(
      users.map(({ attributes, id, name }) => ({
        who: { name, subject: { type: 'user', id } },
        faults: newFaults(
          faultsOfAttributes(attributes, before.userAttributes),
          faultsOfAttributes(attributes, after.userAttributes),
        ),
      })),
      ofUsers,
    ),
  ];
}

/** Null where nobody can have a fault that was none. */
function suspectTenants(before: Tenancy, after: Tenancy): SuspectTenants | null {
  const attributes = suspects(before.tenantAttributes, after.tenantAttributes);
  const outside = Object.fromEntries(
    fixedFields.flatMap((field) => {
      const [was, is] = [before.allowed[field], after.allowed[field]];
      const fewer = is !== null && (was === null || was.some((value) => !is.includes(value)));
      return fewer ? [[field, is] as const] : [];
    }),
  );
  if (attributes === null && Object.keys(outside).length === 0) return null;
  return { ...(attributes ?? { having: [], lacking: [] }), outside };
}

function suspects(before: DeclaredAttributes | null, after: DeclaredAttributes | null): Suspects | null {
  if (after === null) return null;
  const lacking = [...after].flatMap(([name, { required }]) =>
    required && before?.get(name)?.required !== true ? [name] : [],
  );
  if (before === null) return { having: null, lacking };
  const having = [...before].flatMap(([name, { type }]) => (after.get(name)?.type === type ? [] : [name]));
  return having.length === 0 && lacking.length === 0 ? null : { having, lacking };
}
