import { join } from 'node:path';
import type { FlagImport, FlagImporter, ImportFinding, ImportSource } from '../../components/flag-import-contract.ts';
import { components } from '../../components/index.ts';
import { modelOf } from '../../engine/changeset/model-of.ts';
import type { Json } from '../../engine/json.ts';
import { createRegistry } from '../../engine/model/create-registry.ts';
import { makeError } from '../../engine/platform-error/index.ts';
import { parseYamlValue } from '../../engine/source/parse-yaml-value.ts';
import type { Host } from '../../host/contract.ts';
import { bindPorts } from '../bind-ports.ts';
import { commandErrors, usageError } from '../command-errors.ts';
import { documentOf } from './imported-documents.ts';

export interface ImportFlagsOptions {
  readonly source: ImportSource;
  readonly file: string;
  readonly environment?: string | undefined;
  readonly lists?: readonly string[] | undefined;
  /** A directory, in which each resource gets a file, or one YAML file for all. */
  readonly out: string;
}

export interface ImportedFlagsFacts {
  readonly source: ImportSource;
  readonly flags: number;
  readonly segments: number;
  /** Files that were written, in order. */
  readonly written: readonly string[];
  readonly findings: readonly ImportFinding[];
}

/**
 * Writes the flags of another product's export as YAML. Refuses as a whole when one of the files exists.
 *
 * @throws PlatformError `cli/usage` for what cannot be read or chosen, `cli/exists`
 */
export async function importFlags(options: ImportFlagsOptions, host: Host): Promise<ImportedFlagsFacts> {
  const { environment, file, lists = [], out, source } = options;
  const exported = parseExport(new TextDecoder().decode(await host.files.readBytes(file)), file);
  const chosen = { lists, ...(environment === undefined ? {} : { environment }) };
  const result = flagImporter().import(source, exported, chosen);
  if (result.environments !== undefined) throw environmentError(result.environments, environment, file);
  const texts = textsOf(result, out);
  await refuseExisting([...texts.keys()], host);
  for (const [path, text] of texts) await host.files.write(path, text);
  const { findings, resources } = result;
  const flags = resources.filter(({ kind }) => kind === 'Flag').length;
  return { source, flags, segments: resources.length - flags, written: [...texts.keys()], findings };
}

function flagImporter(): FlagImporter {
  const { flagImporter: importer } = bindPorts(components);
  if (importer === undefined) throw new RangeError('no component imports flags');
  return importer;
}

/** JSON, or YAML, which some products write as well. */
function parseExport(text: string, file: string): Json {
  try {
    const parsed: Json = JSON.parse(text);
    return parsed;
  } catch {
    const { problems, value } = parseYamlValue(text);
    const [problem] = problems;
    if (problem === undefined) return value;
    throw usageError(
      `${file} is neither JSON nor YAML: ${problem.message}`,
      'Give the file as the product exported it.',
    );
  }
}

function environmentError(names: readonly string[], wanted: string | undefined, file: string): Error {
  const sentence =
    wanted === undefined ? `${file} has flags of several environments.` : `${file} has no environment ${wanted}.`;
  return usageError(sentence, `Choose one with --environment: ${names.join(', ')}.`);
}

function textsOf({ resources }: FlagImport, out: string): ReadonlyMap<string, string> {
  const registry = createRegistry(components);
  if (/\.ya?ml$/u.test(out)) {
    const documents = resources.map((resource) => documentOf(resource, registry));
    return new Map(documents.length === 0 ? [] : [[out, documents.join('---\n')]]);
  }
  return new Map(
    resources.map((resource) => [
      join(out, modelOf(resource.kind, registry).plural, `${resource.key}.yaml`),
      documentOf(resource, registry),
    ]),
  );
}

async function refuseExisting(paths: readonly string[], host: Host): Promise<void> {
  const found = await Promise.all(
    paths.map(async (path) =>
      host.files.stat(path).then(
        () => [path],
        () => [],
      ),
    ),
  );
  const [first, ...others] = found.flat();
  if (first === undefined) return;
  const rest = others.length === 0 ? '' : ` and ${others.length} more`;
  const verb = others.length === 0 ? 'exists' : 'exist';
  throw makeError(commandErrors.exists, { message: `${first}${rest} ${verb} already; nothing was written.` });
}
