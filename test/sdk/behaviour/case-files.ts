import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { BehaviourCase } from './behaviour-case.ts';

const home = join(import.meta.dirname, '../../conformance/sdk');

interface CaseFile {
  readonly cases: readonly BehaviourCase[];
}

const parsed = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** Whether a file is written as `case.schema.json` has it; its `errors` say where not. */
export const isCaseFile = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<CaseFile>(
  JSON.parse(readFileSync(join(home, 'case.schema.json'), 'utf8')),
);

export interface Area {
  readonly name: string;
  readonly cases: readonly BehaviourCase[];
}

/**
 * The cases of all areas, by the names of their files, and last those of operations, which `scripts/sdk-cases.ts` writes.
 * Throws for a file that is not valid.
 */
export function readAreas(): readonly Area[] {
  const written = filesIn('cases').map(({ cases, file }) => ({ name: file.replace(/\.json$/, ''), cases }));
  return [...written, { name: 'operations', cases: filesIn('operations').flatMap(({ cases }) => cases) }];
}

function filesIn(name: string): readonly (CaseFile & { readonly file: string })[] {
  const folder = join(home, name);
  return readdirSync(folder)
    .toSorted()
    .map((file) => {
      const content = parsed(join(folder, file));
      if (!isCaseFile(content)) throw new Error(`${file}: ${JSON.stringify(isCaseFile.errors, undefined, 2)}`);
      return { file, cases: content.cases };
    });
}
