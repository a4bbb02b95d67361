import { makeError, type PlatformError } from '../../engine/platform-error/index.ts';
import type { JsonObject } from '../../engine/json.ts';
import { requestErrors } from '../errors.ts';

/** One finding of Fastify's validator. */
export interface SchemaFinding {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string | undefined;
}

const places: { readonly [part: string]: string } = {
  body: 'body',
  params: 'path parameter',
  querystring: 'query parameter',
  headers: 'header',
};

/**
 * A request that does not fit its schema. Names fields and rules, never a value that was sent: the value may be a secret.
 * `param` is a name for path and query, a JSON pointer for bodies.
 */
export function validationProblem(findings: readonly SchemaFinding[], part: string | undefined): PlatformError {
  const place = places[part ?? 'body'] ?? 'request';
  const finding = findings[0];
  if (finding === undefined) {
    return makeError(requestErrors.invalid, { message: `The ${place} does not fit the operation.` });
  }
  const pointer = pointerOf(finding);
  const subject =
    part === 'body' ? (pointer === '' ? 'the body' : `${pointer} of the body`) : `${place} '${pointer.slice(1)}'`;
  const allowed = allowedValues(finding);
  return makeError(requestErrors.invalid, {
    message: `${subject.charAt(0).toUpperCase()}${subject.slice(1)} ${ruleOf(finding)}.`,
    param: part === 'body' ? pointer || '/' : pointer.slice(1),
    ...(allowed === null ? {} : { details: allowed }),
  });
}

function pointerOf({ keyword, instancePath, params }: SchemaFinding): string {
  const name =
    keyword === 'required'
      ? params['missingProperty']
      : keyword === 'additionalProperties'
        ? params['additionalProperty']
        : undefined;
  return typeof name === 'string'
    ? `${instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    : instancePath;
}

function ruleOf(finding: SchemaFinding): string {
  switch (finding.keyword) {
    case 'required':
      return 'is missing';
    case 'additionalProperties':
      return 'is not a field of this operation';
    case 'enum':
      return 'is not one of the allowed values';
    default:
      return finding.message ?? 'is not valid';
  }
}

function allowedValues({ keyword, params }: SchemaFinding): JsonObject | null {
  const values = params['allowedValues'];
  return keyword === 'enum' && Array.isArray(values)
    ? { allowed: values.filter((value) => typeof value === 'string') }
    : null;
}
