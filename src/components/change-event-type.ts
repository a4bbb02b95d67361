/** What happens to resources of any kind. */
export const happenings: readonly string[] = ['created', 'updated', 'deleted'];

/** `Flag`, `updated`: `flag.updated`. */
export function changeEventType(kind: string, happening: string): string {
  return `${kind.replaceAll(/(?<=[a-z])[A-Z]/g, '_$&').toLowerCase()}.${happening}`;
}
