import type { SdkOperation } from '../../api-description.ts';
import { hardLine, indent, type Layout, listed, separated } from '../layout/layout.ts';
import { textLiteral } from '../syntax/text-literal.ts';

/** What the runtime has to know of an operation. */
export function operationConstant(name: string, type: string, operation: SdkOperation): Layout {
  const { id, method, route, auth, isMutation, isAboutTenant, result } = operation;
  const fields: readonly Layout[] = [
    `id: ${textLiteral(id)}`,
    `method: '${method}'`,
    `route: ${textLiteral(route)}`,
    ['auth: ', listed('[', auth.map(textLiteral), ']')],
    `isMutation: ${isMutation}`,
    `isAboutTenant: ${isAboutTenant}`,
    ...(result.form === 'parts' && result.cursorParameter !== 'cursor'
      ? [`cursorParameter: ${textLiteral(result.cursorParameter)}`]
      : []),
  ];
  return [`const ${name}: ${type} = {`, indent(hardLine, separated(fields, [',', hardLine]), ','), hardLine, '};'];
}
