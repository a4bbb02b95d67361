import type { ImportSource } from '../../../../../src/components/flag-import-contract.ts';
import { contextOf, imported, type ImportedFlags } from './imported.ts';

/** What is odd, the export, and what is said of it: code, subject and message. */
export type NamedCase = readonly [title: string, exported: unknown, findings: readonly (readonly string[])[]];

/** What an import says that may give somebody another answer. Lists are said to be `user.groups`. */
export async function namedIn(source: ImportSource, exported: unknown): Promise<readonly (readonly unknown[])[]> {
  const { findings } = await imported(source, exported, { lists: ['user.groups'] });
  return findings.filter(({ effect }) => effect === 'changed').map(({ code, message, of }) => [code, of, message]);
}

export function answersOf({ evaluator }: ImportedFlags, keys: readonly string[], user: object): readonly unknown[] {
  const context = contextOf({ user: { key: 'ada', ...user } });
  return keys.map((key) => evaluator.variation<unknown>(key, context, null));
}
