import type { Json } from '../../engine/json.ts';
import type { JsonType, Model, ModelSchema } from '../../engine/model/model.ts';
import { referredName } from '../expand-schema.ts';
import { codeHeader } from './header.ts';

/** The module that holds a TypeScript interface for each of a component's kinds, named like the kind. */
export function emitTypes(component: string, models: readonly Model[]): string {
  const shared = new Map(models.flatMap((model) => Object.entries(model.schema.$defs ?? {})));
  const declarations = [
    ...models.map((model) => declaration(model.kind, { ...model.schema, description: documentComment(model) })),
    ...[...shared].map(([name, schema]) => declaration(typeName(name), schema)),
  ];
  return `${codeHeader(`models/${component}/*.yaml`)}\n${declarations.join('\n')}`;
}

function documentComment({ summary, description }: Model): string {
  return description === undefined ? summary : `${summary}\n\n${description.trim()}`;
}

function declaration(name: string, schema: ModelSchema): string {
  const comment = schema.description === undefined ? '' : `${docComment([schema.description], '')}\n`;
  const body = typeOf(schema, '');
  return body.startsWith('{')
    ? `${comment}export interface ${name} ${body}\n`
    : `${comment}export type ${name} = ${body};\n`;
}

/** Definitions that contain themselves keep a name of their own: `condition` → `Condition`. */
function typeName(definition: string): string {
  return definition.charAt(0).toUpperCase() + definition.slice(1);
}

function typeOf(schema: ModelSchema, indent: string): string {
  if (schema.$ref !== undefined) return typeName(referredName(schema.$ref));
  if (schema.const !== undefined) return literal(schema.const);
  if (schema.enum !== undefined) return union(schema.enum.map(literal));
  if (schema.anyOf !== undefined) return union(schema.anyOf.map((branch) => typeOf(branch, indent)));
  const types = [schema.type ?? []].flat();
  // A schema that takes every JSON type takes any value.
  if (types.length === 6) return 'unknown';
  return union(types.map((type) => typeOfJson(type, schema, indent)));
}

function typeOfJson(type: JsonType, schema: ModelSchema, indent: string): string {
  switch (type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'array': {
      const items = schema.items === undefined ? 'unknown' : typeOf(schema.items, indent);
      return /[ |]/.test(items) && !items.startsWith('{') ? `readonly (${items})[]` : `readonly ${items}[]`;
    }
    case 'object':
      return objectType(schema, indent);
    default:
      return type;
  }
}

function objectType(schema: ModelSchema, indent: string): string {
  const deeper = `${indent}  `;
  const lines = Object.entries(schema.properties ?? {}).map(([name, member]) => {
    const optional = schema.required?.includes(name) === true ? '' : '?';
    return `${memberComment(member, deeper)}${deeper}readonly ${propertyName(name)}${optional}: ${typeOf(member, deeper)};`;
  });
  const rest = restTypes(schema, deeper);
  // An index signature must admit every named property too.
  const restType = lines.length > 0 && rest.length > 0 ? 'unknown' : union(rest);
  if (rest.length > 0) lines.push(`${deeper}readonly [name: string]: ${restType};`);
  return lines.length === 0 ? '{ readonly [name: string]: never }' : `{\n${lines.join('\n')}\n${indent}}`;
}

function restTypes(schema: ModelSchema, indent: string): readonly string[] {
  const { additionalProperties, patternProperties = {} } = schema;
  const patterns = Object.values(patternProperties).map((member) => typeOf(member, indent));
  if (additionalProperties === true) return [...patterns, 'unknown'];
  return typeof additionalProperties === 'object' ? [...patterns, typeOf(additionalProperties, indent)] : patterns;
}

function memberComment(schema: ModelSchema, indent: string): string {
  const fallback = schema['x-default'];
  const lines = [
    ...(schema.description === undefined ? [] : [schema.description.trim()]),
    ...(schema['x-reference'] === undefined ? [] : [`The key of a ${schema['x-reference']}.`]),
    ...(fallback === undefined ? [] : [`@default ${JSON.stringify(fallback)}`]),
  ];
  return lines.length === 0 ? '' : `${docComment(lines, indent)}\n`;
}

function docComment(paragraphs: readonly string[], indent: string): string {
  const lines = paragraphs.join('\n').replaceAll('*/', '*\\/').split('\n');
  if (lines.length === 1) return `${indent}/** ${lines[0] ?? ''} */`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */`;
}

function union(types: readonly string[]): string {
  const distinct = [...new Set(types)];
  return distinct.length === 0 ? 'unknown' : distinct.join(' | ');
}

function literal(value: Json): string {
  return typeof value === 'string'
    ? `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`
    : JSON.stringify(value);
}

function propertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}
