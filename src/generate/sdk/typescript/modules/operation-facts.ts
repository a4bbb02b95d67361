import type { SdkOperation, SdkResult, TypeReference } from '../../api-description.ts';
import { braced, type Layout } from '../layout/layout.ts';
import { textLiteral } from '../syntax/text-literal.ts';

/** What the runtime has to know of an operation; what is not so is left out, since a bundle holds it for each of them. */
export function operationFacts({ id, method, route, isMutation, isAboutTenant, result }: SdkOperation): Layout {
  const cursor = result.form === 'parts' && result.cursorParameter !== 'cursor' ? result.cursorParameter : undefined;
  return braced([
    `id: ${textLiteral(id)}`,
    `method: '${method}'`,
    `route: ${textLiteral(route)}`,
    ...(isMutation ? ['isMutation: true'] : []),
    ...(isAboutTenant ? ['isAboutTenant: true'] : []),
    ...(answersAny(result) ? ['answersAny: true'] : []),
    ...(cursor === undefined ? [] : [`cursorParameter: ${textLiteral(cursor)}`]),
  ]);
}

/** Whether JSON that is no object may be right, or is looked at by nobody. */
function answersAny(result: SdkResult): boolean {
  return result.form === 'nothing' || (result.form === 'value' && !isObject(result.type));
}

function isObject(type: TypeReference): boolean {
  return ['named', 'map', 'object'].includes(type.kind) || (type.kind === 'union' && type.members.every(isObject));
}
