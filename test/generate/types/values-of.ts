import type { ConfigurationTypes, Constant } from '../../../src/generate/types/configuration-types.ts';

/** The values of all constants but flags, by what the group is called, and in a family by the group within it. */
export function constantValues({ families, groups }: ConfigurationTypes): readonly (readonly string[])[] {
  const all = [...families.flatMap((family) => family.groups), ...groups];
  return all.map(({ constants }) => constants.map(({ value }) => value));
}

/** The texts of each innermost object, in its order. */
export function innermostTexts(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [];
  const members: readonly unknown[] = Object.values(value);
  const texts = members.filter((member) => typeof member === 'string');
  return [...(texts.length === 0 ? [] : [texts]), ...members.flatMap(innermostTexts)];
}

/** The same configuration when flags, keys and permissions of these names are no more. */
export function without(types: ConfigurationTypes, gone: ReadonlySet<string>): ConfigurationTypes {
  const kept = <G extends { readonly constants: readonly Constant[] }>(group: G): G => ({
    ...group,
    constants: group.constants.filter(({ value }) => !gone.has(value)),
  });
  return {
    ...types,
    flags: types.flags.filter(({ key }) => !gone.has(key)),
    families: types.families.map((family) => ({ ...family, groups: family.groups.map(kept) })),
    groups: types.groups.map(kept),
  };
}
