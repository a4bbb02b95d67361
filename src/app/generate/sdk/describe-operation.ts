import type { SdkField, SdkOperation } from '../../../generate/sdk/api-description.ts';
import { isMutation } from '../../../server/idempotency/idempotency-key.ts';
import { isAboutTenant } from '../../../server/tenant/resolve-tenant.ts';
import { describeResult } from './describe-result.ts';
import { propertiesOf, type TakenOperation } from './taken-operation.ts';
import type { TypeReader } from './type-reader.ts';

/** One operation of the table as an SDK shows it. */
export function describeOperation(taken: TakenOperation, reader: TypeReader): SdkOperation {
  const { body, component, operation, query } = taken;
  const { auth, description, errors, id, method, path, summary } = operation;
  return {
    id,
    name: id.split('.').at(-1) ?? id,
    component,
    method,
    route: path,
    summary,
    ...(description === undefined ? {} : { description }),
    auth,
    pathParameters: pathParametersOf(taken, reader),
    queryParameters: reader.fields(query, `${id} query`),
    ...(body === undefined ? {} : { body: reader.type(body, `${id} body`) }),
    result: describeResult(taken, reader),
    isMutation: isMutation(operation),
    // The header goes over what the token of a user says.
    // What tenants share is the environment's, for whoever has a client of one tenant as well.
    isAboutTenant: (isAboutTenant(operation) && operation.tenant !== 'checked') || auth.includes('user'),
    errors: [...new Set(errors.map(({ code }) => code))].toSorted(),
  };
}

function pathParametersOf({ operation, params }: TakenOperation, reader: TypeReader): readonly SdkField[] {
  const schemas = propertiesOf(params);
  return [...operation.path.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) =>
    reader.field(name, schemas[name] ?? { type: 'string' }, true, `${operation.id} path/${name}`),
  );
}
