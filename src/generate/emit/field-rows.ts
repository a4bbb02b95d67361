import type { ModelSchema } from '../../engine/model/model.ts';
import { mapChildren } from '../expand-schema.ts';

/** A field as the reference shows it. */
export interface FieldRow {
  /** `rules[].serve.rollout.<name>` */
  readonly path: string;
  readonly required: boolean;
  readonly schema: ModelSchema;
  readonly description: string;
}

/** Every field of an object, nested ones after the one that holds them. Definitions are not followed. */
export function fieldRows(schema: ModelSchema, prefix = ''): readonly FieldRow[] {
  const rows: FieldRow[] = [];
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    rows.push(...rowsOf(member, prefix === '' ? name : `${prefix}.${name}`, schema.required?.includes(name) === true));
  }
  for (const member of openMembers(schema)) {
    const path = `${prefix === '' ? '' : `${prefix}.`}<${memberName(schema)}>`;
    if (hasFields(member))
      rows.push(...(member.description === undefined ? nestedRows(member, path) : rowsOf(member, path, false)));
  }
  return rows;
}

/** The name in brackets that stands for a key of the user's choice. */
function memberName(schema: ModelSchema): string {
  const declared = schema.propertyNames?.['x-local-reference']?.split('/').at(-1);
  const [, noun] = /^an? ([a-z]+)/.exec(schema.propertyNames?.title ?? '') ?? [];
  return schema.propertyNames?.['x-reference'] ?? declared?.replace(/s$/, '') ?? noun ?? 'name';
}

function rowsOf(schema: ModelSchema, path: string, required: boolean): readonly FieldRow[] {
  return [{ path, required, schema, description: schema.description?.trim() ?? '' }, ...nestedRows(schema, path)];
}

function nestedRows(schema: ModelSchema, path: string): readonly FieldRow[] {
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((branch) => nestedRows(branch, path));
  if (schema.items !== undefined) return nestedRows(schema.items, `${path}[]`);
  return fieldRows(schema, path);
}

function openMembers(schema: ModelSchema): readonly ModelSchema[] {
  const rest = typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : [];
  return [...Object.values(schema.patternProperties ?? {}), ...rest];
}

/** A map of plain values needs no row of its own: the row of the map names their type. */
function hasFields(schema: ModelSchema): boolean {
  let found = schema.properties !== undefined;
  mapChildren(schema, (child) => {
    found ||= hasFields(child);
    return child;
  });
  return found;
}
