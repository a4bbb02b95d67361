/** What was found in a folder, and how to make of it what it should be. Nothing has been written yet. */
export interface Looked<Found> {
  readonly found: Found;
  readonly write: () => Promise<void>;
}

/** Where there is nothing to write. */
export function fresh<Found>(found: Found): Looked<Found> {
  return { found, write: async () => undefined };
}

/** Makes it so, unless somebody only asked. */
export async function written<Found>({ found, write }: Looked<Found>, check: boolean): Promise<Found> {
  if (!check) await write();
  return found;
}
