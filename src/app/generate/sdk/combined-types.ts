import type { TypeReference } from '../../../generate/sdk/api-description.ts';

/** One of them: null stands beside the others, and what comes twice comes once. */
export function eitherOf(
  types: readonly TypeReference[],
  discriminator: string | undefined = onlyDiscriminator(types),
): TypeReference {
  const flat = types.flatMap(parts);
  const some = distinct(flat.filter(({ kind }) => kind !== 'null'));
  const [only = { kind: 'null' as const }, ...others] = some;
  const isNullable = some.length > 0 && some.length < flat.length && flat.some(({ kind }) => kind === 'null');
  const union = others.length === 0 ? only : unionOf(some, discriminator);
  // Anything may be null already.
  return isNullable && union.kind !== 'json' ? { kind: 'nullable', of: union } : union;
}

/** A choice that nothing but null stands beside is told apart by what it was told apart by before. */
function onlyDiscriminator(types: readonly TypeReference[]): string | undefined {
  const [only, ...others] = distinct(types.map(withoutNull).filter(({ kind }) => kind !== 'null'));
  return only?.kind === 'union' && others.length === 0 ? only.discriminator : undefined;
}

function withoutNull(type: TypeReference): TypeReference {
  return type.kind === 'nullable' ? withoutNull(type.of) : type;
}

function unionOf(members: readonly TypeReference[], discriminator: string | undefined): TypeReference {
  if (members.some(({ kind }) => kind === 'json')) return { kind: 'json' };
  return { kind: 'union', members, ...(discriminator === undefined ? {} : { discriminator }) };
}

function parts(type: TypeReference): readonly TypeReference[] {
  if (type.kind === 'nullable') return [...parts(type.of), { kind: 'null' }];
  return type.kind === 'union' ? type.members : [type];
}

function distinct(types: readonly TypeReference[]): readonly TypeReference[] {
  if (types.length < 2) return types;
  return [...new Map(types.map((type) => [JSON.stringify(type), type])).values()];
}
