import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryDirectory } from './cli.ts';

const acme = resolve(import.meta.dirname, '../../examples/acme');

/** A copy of examples/acme in a directory of its own, gone after the test. */
export function acmeProject(): string {
  const directory = temporaryDirectory();
  cpSync(acme, directory, { recursive: true, filter: (source) => !source.endsWith('.dream') });
  return directory;
}

/** Replaces a text that must be there, so that an edit never silently does nothing. */
export function edit(directory: string, file: string, from: string, to: string): void {
  const path = join(directory, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not hold ${JSON.stringify(from)}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}
