import type { TypeReference } from '../../sdk/api-description.ts';

export interface JavaType {
  /** As a parameter has it. */
  readonly name: string;
  /** As a list has it. */
  readonly boxed: string;
  readonly isNullable: boolean;
}

/** The narrowest type that Java has for it. */
export function javaType(type: TypeReference, nameOf: (id: string) => string): JavaType {
  switch (type.kind) {
    case 'named':
      return plain(nameOf(type.name));
    case 'text':
    case 'instant':
    case 'choice':
      return plain('String');
    case 'boolean':
      return { name: 'boolean', boxed: 'Boolean', isNullable: false };
    case 'integer':
      return { name: 'long', boxed: 'Long', isNullable: false };
    case 'number':
      return { name: 'double', boxed: 'Double', isNullable: false };
    case 'literal':
      return javaType(kindOf(type.value), nameOf);
    case 'list':
      return plain(`List<${javaType(type.items, nameOf).boxed}>`);
    case 'map':
      return plain(`Map<String, ${javaType(type.values, nameOf).boxed}>`);
    case 'nullable': {
      const { boxed } = javaType(type.of, nameOf);
      return { name: boxed, boxed, isNullable: true };
    }
    case 'union': {
      const members = type.members.map((member) => javaType(member, nameOf));
      const [first] = members;
      return first !== undefined && members.every(({ name }) => name === first.name) ? first : anything;
    }
    case 'object':
    case 'null':
    case 'json':
      return anything;
  }
}

const anything: JavaType = { name: 'Object', boxed: 'Object', isNullable: true };

function plain(name: string): JavaType {
  return { name, boxed: name, isNullable: false };
}

function kindOf(value: string | number | boolean): TypeReference {
  if (typeof value === 'string') return { kind: 'text' };
  if (typeof value === 'boolean') return { kind: 'boolean' };
  return { kind: Number.isSafeInteger(value) ? 'integer' : 'number' };
}
