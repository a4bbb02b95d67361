// Configurations as the emitters get them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeTypes } from '../../../src/app/generate/types/describe-types.ts';
import { kinds } from '../../../src/components/index.ts';
import type { LoadResult } from '../../../src/engine/configuration.ts';
import type { ConfigurationTypes } from '../../../src/generate/types/configuration-types.ts';
import { brief, dreamYaml, load } from '../../support/project-folder.ts';

/** Of one of the example projects. */
export async function describedExample(name: 'acme' | 'forge'): Promise<ConfigurationTypes> {
  return described(await load(`examples/${name}`));
}

/** Of a project of these documents, with the environments `development` and `production`, which is live. */
export async function describedDocuments(documents: readonly object[]): Promise<ConfigurationTypes> {
  const directory = mkdtempSync(join(tmpdir(), 'dream-test-'));
  try {
    writeFileSync(join(directory, 'dream.yaml'), dreamYaml);
    writeFileSync(join(directory, 'all.yaml'), documents.map((document) => JSON.stringify(document)).join('\n---\n'));
    return described(await load(directory));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** What a loaded project has. */
export function described({ configuration, diagnostics }: LoadResult): ConfigurationTypes {
  if (configuration === null) throw new TypeError(diagnostics.map((one) => `${brief(one)} ${one.message}`).join('\n'));
  return describeTypes(
    configuration,
    kinds.flatMap(({ models }) => models),
  );
}
