import { tenantErrors } from '../tenancy/tenants/errors.ts';
import { decisionErrors } from './errors.ts';

/** What the operations that ask about access have in common. */
export const askingOperation = { tag: 'Access', method: 'POST', scope: 'access:read', tenant: 'in-body' } as const;

const { tenantMissing, tenantMismatch, subjectMissing, onlyOneself, secretKeyOnly } = decisionErrors;

export const errorsOfTenant = [tenantMissing, tenantMismatch, tenantErrors.notFound];

export const errorsOfSubject = [...errorsOfTenant, subjectMissing, onlyOneself, secretKeyOnly];
