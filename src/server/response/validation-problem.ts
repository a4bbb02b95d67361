import { makeError, type PlatformError } from '../../engine/platform-error/index.ts';
import type { JsonObject } from '../../engine/json.ts';
import { pathOf } from '../../engine/validate/wording.ts';
import { requestErrors } from '../request/errors.ts';
import type { SchemaFinding } from '../request/schema-finding.ts';
import { emptyInWords, ruleInWords } from './rule-in-words.ts';

const places: { readonly [part: string]: string } = {
  body: 'body',
  params: 'path',
  querystring: 'query',
  headers: 'headers',
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
  const whole = pointer === '' ? `The ${place}` : pathOf(pointer);
  const subject = finding.ofName === true ? `The name of each field of ${whole.replace(/^The/, 'the')}` : whole;
  // What stands in an address or a header is text, which explains nothing.
  const explained = part === 'body' ? finding : { ...finding, found: undefined };
  const isEmptyBody = part === 'body' && pointer === '' && finding.keyword === 'type' && finding.found === 'null';
  const details = { ...hintOf(finding), ...allowedValues(finding) };
  return makeError(requestErrors.invalid, {
    message: `${subject} ${isEmptyBody ? emptyInWords(finding) : ruleInWords(explained)}.`,
    param: part === 'body' ? pointer || '/' : pointer.slice(1),
    ...(Object.keys(details).length === 0 ? {} : { details }),
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

function hintOf({ meant }: SchemaFinding): JsonObject {
  return meant === undefined ? {} : { hint: `Did you mean \`${meant}\`?` };
}

function allowedValues({ keyword, params }: SchemaFinding): JsonObject {
  const values = params['allowedValues'];
  return keyword === 'enum' && Array.isArray(values)
    ? { allowed: values.filter((value) => typeof value === 'string') }
    : {};
}
