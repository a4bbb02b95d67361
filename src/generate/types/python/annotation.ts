import type { TypeReference } from '../../sdk/api-description.ts';
import { type Layout, subscript } from '../../sdk/python/layout/layout.ts';
import { either } from '../../sdk/python/types/annotation.ts';
import { scalarLiteral } from './text-literal.ts';

/** The annotation of a value; `nameOf` gives the class of an object. It can be evaluated, too. */
export function annotation(type: TypeReference, nameOf: (id: string) => string): Layout {
  const arms = armsOf(type, nameOf);
  const literals = arms.flatMap((arm) => ('literal' in arm ? [arm.literal] : []));
  const written = [
    ...(literals.length === 0 ? [] : [subscript('Literal', [...new Set(literals)])]),
    ...arms.flatMap((arm) => ('layout' in arm ? [arm.layout] : [])),
  ];
  if (written.includes('Any')) return 'Any';
  return either([...written.filter((layout) => layout !== 'None'), ...(written.includes('None') ? ['None'] : [])]);
}

type Arm = { readonly layout: Layout } | { readonly literal: string };

function armsOf(type: TypeReference, nameOf: (id: string) => string): readonly Arm[] {
  switch (type.kind) {
    case 'named':
      return [{ layout: nameOf(type.name) }];
    case 'text':
    case 'instant':
      return [{ layout: 'str' }];
    case 'choice':
      return type.values.map((value) => ({ literal: scalarLiteral(value) }));
    case 'literal':
      // A literal type has no fractions.
      return typeof type.value === 'number' && !Number.isSafeInteger(type.value)
        ? [{ layout: 'float' }]
        : [{ literal: scalarLiteral(type.value) }];
    case 'integer':
      return [{ layout: 'int' }];
    case 'number':
      return [{ layout: 'float' }];
    case 'boolean':
      return [{ layout: 'bool' }];
    case 'null':
      return [{ layout: 'None' }];
    case 'json':
      return [{ layout: 'Any' }];
    case 'list':
      return [{ layout: subscript('Sequence', [annotation(type.items, nameOf)]) }];
    case 'map':
      return [{ layout: subscript('Mapping', ['str', annotation(type.values, nameOf)]) }];
    case 'object':
      return [{ layout: subscript('Mapping', ['str', 'Any']) }];
    case 'nullable':
      return [...armsOf(type.of, nameOf), { layout: 'None' }];
    case 'union':
      return type.members.flatMap((member) => armsOf(member, nameOf));
  }
}
