import type { Caller } from '../../../server/caller.ts';
import type { Decided } from '../../../server/changed.ts';
import { cutName } from './cut-name.ts';
import type { Verdict } from './verdict.ts';

/** What the record says of one decision; the log of decisions tells what it rests on. */
export function tellDecided({ id, asked, decision, policyRevision, tenant }: Verdict): Decided {
  const { action, resource, subject } = asked;
  const type = cutName(resource.type);
  return {
    resource: { type, id: resource.id === null ? '*' : cutName(resource.id) },
    tenantId: tenant,
    allowed: decision.allowed,
    permission: `${type}:${cutName(action)}`,
    policyRevision,
    decisionId: id,
    subject: { type: cutName(subject.type), id: cutName(subject.id) },
  };
}

/** The same of many that one request asked for: how many, since the log of decisions has each of them by the request. */
export function tellManyDecided(
  { environment, tenantId }: Pick<Caller, 'environment' | 'tenantId'>,
  outcomes: readonly { readonly allowed: boolean }[],
  policyRevision?: number,
): Decided {
  const denied = outcomes.filter(({ allowed }) => !allowed).length;
  return {
    ...(tenantId === null
      ? { resource: { type: 'environment', id: environment } }
      : { resource: { type: 'tenant', id: tenantId }, tenantId }),
    allowed: denied === 0,
    ...(policyRevision === undefined ? {} : { policyRevision }),
    metadata: { decisions: outcomes.length, denied },
  };
}
