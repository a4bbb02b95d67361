import { documentOf } from '../../../../../src/app/flags/imported-documents.ts';
import { readContext } from '../../../../../src/components/features/evaluation/context/read-context.ts';
import { createEvaluator } from '../../../../../src/components/features/evaluation/index.ts';
import type { Evaluator } from '../../../../../src/components/features/evaluation/contract.ts';
import { flagImporter } from '../../../../../src/components/features/import/import-flags.ts';
import { makeRuleset } from '../../../../../src/components/features/ruleset/make-ruleset.ts';
import type { FlagImport, ImportOptions, ImportSource } from '../../../../../src/components/flag-import-contract.ts';
import type { Json } from '../../../../../src/engine/json.ts';
import { loadConfiguration } from '../../../../../src/engine/load/load-configuration.ts';
import type { SourceFiles } from '../../../../../src/engine/load/source-files.ts';
import { registry } from '../../../../support/project-folder.ts';

export interface ImportedFlags extends FlagImport {
  readonly yaml: string;
  readonly evaluator: Evaluator;
}

/**
 * What an export comes to: written down as YAML, read and checked as any project is, and compiled as for every
 * evaluation. A mistake in what was written fails the test.
 */
export async function imported(
  source: ImportSource,
  exported: unknown,
  options: ImportOptions & { readonly now?: number } = {},
): Promise<ImportedFlags> {
  const json: Json = JSON.parse(JSON.stringify(exported));
  const result = flagImporter.import(source, json, options);
  const yaml = result.resources.map((resource) => documentOf(resource, registry)).join('---\n');
  const { configuration, diagnostics } = await loadConfiguration({ directory: '/', files: filesOf(yaml), registry });
  const mistakes = diagnostics.filter(({ severity }) => severity === 'error');
  if (configuration === null || mistakes.length > 0) throw new Error(`${JSON.stringify(mistakes, null, 1)}\n${yaml}`);
  const { resources } = configuration.desiredState('production');
  const ruleset = makeRuleset({ environment: 'production', revision: 0, madeAt: 0, resources });
  const { now } = options;
  return { ...result, yaml, evaluator: createEvaluator(ruleset, now === undefined ? {} : { now: () => now }) };
}

/** Read as every context is that arrives from outside. */
export function contextOf(input: unknown): object {
  const { context, problem } = readContext(input);
  if (problem !== undefined) throw new Error(problem.message);
  return context;
}

function filesOf(yaml: string): SourceFiles {
  const texts = new Map([
    ['dream.yaml', 'project: imported\nenvironments: { production: {} }\n'],
    ['flags.yaml', yaml],
  ]);
  const named = (path: string): string => texts.get(path.replace(/^.*\//u, '')) ?? '';
  return {
    list: async () => Promise.resolve([...texts.keys()].map((name) => ({ name, type: 'file' as const }))),
    stat: async (path) => Promise.resolve({ size: named(path).length, identity: path, type: 'file' as const }),
    readText: async (path) => Promise.resolve(named(path)),
    readBytes: async (path) => Promise.resolve(new TextEncoder().encode(named(path))),
  };
}
