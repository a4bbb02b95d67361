import type { SdkField, SdkType } from './api-description.ts';

/** What has to be there. */
export function requiredOf(fields: readonly SdkField[]): readonly SdkField[] {
  return fields.filter(({ isRequired }) => isRequired);
}

/**
 * Types in the order in which to ask whether an object is one of them, where no field tells: whoever needs the most comes
 * first, for what needs less would fit as well.
 */
export function byNeeds(types: readonly SdkType[]): readonly SdkType[] {
  return types.toSorted((one, other) => requiredOf(other.fields).length - requiredOf(one.fields).length);
}
