import type { CommandClass } from '../base/dream-command.ts';
import { commandTable } from './command-table.ts';

const entries = Object.entries(commandTable).map(
  async ([id, load]): Promise<[string, CommandClass]> => [id, await load()],
);

/** All command classes at once, as oclif reads them to describe the commands. */
export const commandClasses: { readonly [id: string]: CommandClass } = Object.fromEntries(await Promise.all(entries));
