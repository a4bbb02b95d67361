import { state } from '../diagnostic/statement.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { childPointer } from '../pointer.ts';
import type { NumberTexts } from '../source/number-texts.ts';
import type { YamlDocument } from '../source/yaml-document.ts';
import { placeholdersIn } from '../values/placeholder.ts';
import { didYouMean } from '../validate/did-you-mean.ts';
import type { Finding } from '../validate/finding.ts';
import { fixedFields } from '../validate/fixed-fields.ts';
import { typeInWords } from '../validate/wording.ts';
import { mergeObjects } from './overlay.ts';
import type { Project, Variable } from './project.ts';
import { resolveVariables } from './variables.ts';

/** A document as it is in some environments: overlay merged, variables resolved, `environments` removed. */
export interface DocumentVariant {
  readonly environments: readonly string[];
  readonly document: JsonObject;
  /** The overlay that was merged in. */
  readonly overlay?: { readonly pointer: string; readonly patch: JsonObject };
  readonly findings: readonly Finding[];
  readonly settled: ReadonlySet<string>;
}

export interface Expansion {
  readonly base: JsonObject;
  readonly variants: readonly DocumentVariant[];
  /** About the overlays as such, with pointers into the document as written. */
  readonly findings: readonly Finding[];
}

/** In place of the environments' names while dream.yaml cannot be read. */
const anyEnvironment = '*';
const nothing: ReadonlySet<string> = new Set();

/** What a document becomes in each environment; environments in which it is the same share a variant. */
export function expandDocument(document: YamlDocument, value: JsonObject, project: Project | null): Expansion {
  const { texts, placeholderTexts } = document;
  const overlays = Object.hasOwn(value, 'environments') ? value['environments'] : undefined;
  const base = overlays === undefined ? value : without(value, 'environments', texts);
  const { patches, findings } = readOverlays(overlays, project);
  const names = project === null ? [anyEnvironment, ...patches.keys()] : [...project.environments.keys()];

  const isDifferent = project !== null && placeholderTexts.some((text) => mayDiffer(text, project));
  const shared: string[] = [];
  const variants: DocumentVariant[] = [];
  const add = (environments: readonly string[], merged: JsonObject, overlay?: DocumentVariant['overlay']) => {
    const [environment] = environments;
    if (environment === undefined) return;
    const own = overlay === undefined ? {} : { overlay };
    if (project === null || placeholderTexts.length === 0) {
      variants.push({
        environments,
        document: merged,
        findings: [],
        settled: placeholderTexts.length > 0 ? variablePlaces(merged) : nothing,
        ...own,
      });
      return;
    }
    const scope = {
      variables: project.variables.get(environment) ?? new Map<string, Variable>(),
      known: project.knownVariables,
      lacking: (name: string) =>
        [...project.environments.keys()].filter((one) => project.variables.get(one)?.has(name) !== true),
      doubtful: project.doubtful,
    };
    const resolved = resolveVariables(merged, texts, scope);
    variants.push({
      environments,
      document: resolved.document,
      findings: resolved.findings,
      settled: resolved.unresolved,
      ...own,
    });
  };

  for (const name of names) {
    const patch = patches.get(name);
    if (patch !== undefined) {
      add([name], mergeObjects(base, patch, texts), { pointer: childPointer('/environments', name), patch });
    } else if (isDifferent) {
      add([name], base);
    } else {
      shared.push(name);
    }
  }
  add(shared, base);
  return { base, variants, findings };
}

/** Whether a text is not the same in every environment. */
function mayDiffer(text: string, { differentVariables }: Project): boolean {
  return placeholdersIn(text).some(({ namespace, name = '' }) => namespace === 'vars' && differentVariables.has(name));
}

interface Overlays {
  readonly patches: ReadonlyMap<string, JsonObject>;
  readonly findings: readonly Finding[];
}

const noOverlays: Overlays = { patches: new Map(), findings: [] };

function readOverlays(overlays: Json | undefined, project: Project | null): Overlays {
  if (overlays === undefined || overlays === null) return noOverlays;
  const patches = new Map<string, JsonObject>();
  if (!isJsonObject(overlays)) {
    const parameters = { label: '`environments`', what: typeInWords(overlays) };
    return { patches, findings: [{ ...state('environment/not-a-mapping', parameters), pointer: '/environments' }] };
  }
  const findings: Finding[] = [];
  for (const [name, patch] of Object.entries(overlays)) {
    const pointer = childPointer('/environments', name);
    if (project !== null && !project.environments.has(name)) {
      const hint = didYouMean(name, project.environments.keys());
      findings.push({ ...state('environment/unknown', { name }, { hint }), pointer, atKey: true });
      continue;
    }
    if (patch === null) continue;
    if (!isJsonObject(patch)) {
      const parameters = { label: `\`environments.${name}\``, what: typeInWords(patch) };
      findings.push({ ...state('environment/not-a-mapping', parameters), pointer });
      continue;
    }
    const fixed = [...fixedFields].filter((field) => Object.hasOwn(patch, field));
    for (const field of fixed) {
      findings.push({
        ...state('environment/fixed-field', { field }),
        pointer: childPointer(pointer, field),
        atKey: true,
      });
    }
    // Digits of numbers are known by the mapping they stand in: leave it alone unless it must be mended.
    patches.set(
      name,
      fixed.length === 0
        ? patch
        : Object.fromEntries(Object.entries(patch).filter(([field]) => !fixed.includes(field))),
    );
  }
  return { patches, findings };
}

function without(value: JsonObject, field: string, texts: NumberTexts): JsonObject {
  const rest: { [key: string]: Json } = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === field) continue;
    rest[key] = item;
    texts.copy(value, key, rest);
  }
  return rest;
}

/** Places that hold a variable nobody can look up while dream.yaml is broken. */
export function variablePlaces(value: Json, pointer = ''): ReadonlySet<string> {
  if (typeof value === 'string') return value.includes('${vars.') ? new Set([pointer]) : nothing;
  const children = Array.isArray(value) ? [...value.entries()] : isJsonObject(value) ? Object.entries(value) : [];
  return new Set(
    children.flatMap(([key, item]: readonly [string | number, Json]) => [
      ...variablePlaces(item, childPointer(pointer, key)),
    ]),
  );
}
