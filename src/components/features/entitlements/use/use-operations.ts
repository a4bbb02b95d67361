import type { Operation } from '../../../../server/operation.ts';
import { validated } from '../../../../server/validated.ts';
import type { Services } from '../../../contract.ts';
import { amountBody, releaseSchema, useSchema } from '../api-schemas.ts';
import { entitlementErrors } from '../errors.ts';
import { errorsOfTenant, holdTenant, tenantOf } from '../tenant-of.ts';
import { releaseEntitlement, useEntitlement } from './use-entitlement.ts';

interface AmountBody {
  readonly tenantId?: string;
  readonly feature: string;
  readonly amount: number;
}

const shared = {
  tag: 'Entitlements',
  method: 'POST',
  auth: ['secret'],
  scope: 'entitlements:write',
  tenant: 'in-body',
  transaction: 'write',
  recordsOnly: true,
  body: amountBody,
} as const;

/** Takes of what tenants may use, and gives back. */
export function useOperations({ ports }: Services): readonly Operation[] {
  return [
    {
      ...shared,
      id: 'entitlements.use',
      path: '/v1/entitlements/use',
      summary: 'Take an amount of what a tenant may use',
      description:
        'All of the amount is taken or none: of any number of requests at once no more than the limit gets through. Where the entitlement says `allow` or `bill`, it is taken beyond the limit too. Send an `Idempotency-Key`, so that a request sent again takes nothing twice.',
      responses: { 200: { description: 'Whether it was taken.', schema: useSchema } },
      errors: [...errorsOfTenant, entitlementErrors.unknown, entitlementErrors.notCounted],
      handle: async ({ session, caller, now }, input) => {
        const { feature, amount, ...body } = validated<AmountBody>(input.body);
        const tenantId = tenantOf(caller, body.tenantId);
        await holdTenant(session, ports, tenantId, '/tenantId');
        return { status: 200, body: await useEntitlement(session, ports, { tenantId, feature, amount, now }) };
      },
    },
    {
      ...shared,
      id: 'entitlements.release',
      path: '/v1/entitlements/release',
      summary: 'Give back what a tenant uses no more',
      description:
        'For entitlements with `resets: never`, which count what exists now: a seat whose holder has left, a file that was deleted.',
      responses: { 200: { description: 'How much was given back.', schema: releaseSchema } },
      errors: [
        ...errorsOfTenant,
        entitlementErrors.unknown,
        entitlementErrors.notCounted,
        entitlementErrors.notReleasable,
      ],
      handle: async ({ session, caller, now }, input) => {
        const { feature, amount, ...body } = validated<AmountBody>(input.body);
        const tenantId = tenantOf(caller, body.tenantId);
        await holdTenant(session, ports, tenantId, '/tenantId');
        return { status: 200, body: await releaseEntitlement(session, ports, { tenantId, feature, amount, now }) };
      },
    },
  ];
}
