import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { state } from '../diagnostic/statement.ts';
import { isJsonObject, type JsonObject } from '../json.ts';
import { objectOf } from '../json-fields.ts';
import { childPointer } from '../pointer.ts';
import { atStart } from '../source/decode-source.ts';
import { parseSource } from '../source/parse-source.ts';
import type { Positions } from '../source/positions.ts';
import type { SourceText } from '../source/source-text.ts';
import type { YamlDocument } from '../source/yaml-document.ts';
import { placeholdersIn } from '../values/placeholder.ts';
import { didYouMean } from '../validate/did-you-mean.ts';
import type { Finding } from '../validate/finding.ts';
import { findViolations } from '../validate/find-violations.ts';
import { isWithin } from '../validate/mistaken-places.ts';
import { plainlyFits } from '../validate/plainly-fits.ts';
import { prepareSchema } from '../validate/schema-node.ts';
import { applySchemaRules } from '../validate/schema-rules.ts';
import { translateViolations } from '../validate/translate-violations.ts';
import { typeInWords } from '../validate/wording.ts';
import { AliasBlame } from './blame-alias.ts';
import { ignoredBy, outlineFrom, type Project } from './project.ts';
import { guardrailLimits, projectSchema } from './project-schema.ts';

export interface LoadedProject {
  /** Null when dream.yaml has mistakes. */
  readonly project: Project | null;
  /** What can be trusted of it all the same, for judging other files; null when its environments are not known. */
  readonly outline: Project | null;
  readonly ignore: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads dream.yaml from its text. */
export function loadProject(source: SourceText, positions: Positions): LoadedProject {
  const parsed = parseSource(source);
  const [document, second] = parsed.documents;
  const diagnostics = [...parsed.diagnostics];
  if (document === undefined) {
    if (diagnostics.length === 0) diagnostics.push(atStart(source.file, state('project/empty', {})));
    return { project: null, outline: null, ignore: [], diagnostics };
  }
  if (second !== undefined) {
    diagnostics.push({ ...state('project/several-documents', {}), at: positions.locate(second, '', 'key') });
  }
  if (!document.broken) {
    const mistakes = check(document).map((finding) => {
      const { code, pointer, atKey } = finding;
      return { finding, code, pointer, trace: positions.trace(document, pointer, atKey === true ? 'key' : 'value') };
    });
    const blame = new AliasBlame(mistakes);
    for (const mistake of mistakes) {
      const { code, severity, message, hint, sensitive } = mistake.finding;
      const { at, origin } = blame.placeOf(mistake);
      diagnostics.push({
        code,
        severity,
        message,
        at,
        ...(hint === undefined ? {} : { hint }),
        ...(origin.length === 0 ? {} : { related: origin }),
        ...(sensitive === true ? { sensitive } : {}),
      });
    }
  }
  const { value } = document;
  const outline = !document.broken && isJsonObject(value) ? outlineFrom(value, document.texts) : null;
  return { project: diagnostics.length === 0 ? outline : null, outline, ignore: ignoredBy(value), diagnostics };
}

function check({ value }: YamlDocument): readonly Finding[] {
  if (!isJsonObject(value)) return [{ ...state('document/not-a-mapping', { what: typeInWords(value) }), pointer: '' }];
  const root = prepareSchema(projectSchema);
  const misplaced: Finding[] = [];
  const environments = isJsonObject(value['environments']) ? Object.keys(value['environments']) : [];
  for (const name of isJsonObject(value['guardrails']) ? Object.keys(value['guardrails']) : []) {
    if (environments.includes(name)) continue;
    const pointer = childPointer('/guardrails', name);
    if (guardrailLimits.has(name) || name === 'requireApproval') {
      const [environment = 'production'] = environments.slice(-1);
      const hint = `For example \`${environment}: { ${name}: … }\`.`;
      misplaced.push({ ...state('project/guardrail-without-environment', { name }, { hint }), pointer, atKey: true });
      continue;
    }
    if (environments.length === 0) continue;
    const hint = didYouMean(name, environments);
    misplaced.push({ ...state('project/unknown-environment', { name }, { hint }), pointer, atKey: true });
  }
  const settled = new Set(misplaced.map(({ pointer }) => pointer));
  const findings = translateViolations(plainlyFits(root, value) ? [] : findViolations(root, value), {
    kind: 'dream.yaml',
    root,
    document: value,
    settled,
  })
    .map((finding) => guardrailFinding(finding, value))
    .filter(({ pointer }) => !misplaced.some((other) => isWithin(pointer, other.pointer)));
  return [...findings, ...misplaced, ...nestedVariables(value), ...applySchemaRules(root, value, settled).findings];
}

/** Variables are put in once: one inside of another would stay as it is written. */
function nestedVariables(value: JsonObject): readonly Finding[] {
  const environments = Object.entries(objectOf(value['environments']));
  const tables = [
    { table: value['vars'], pointer: '/vars' },
    ...environments.map(([name, settings]) => ({
      table: objectOf(settings)['vars'],
      pointer: `${childPointer('/environments', name)}/vars`,
    })),
  ];
  return tables.flatMap(({ table, pointer }) =>
    Object.entries(objectOf(table)).flatMap(([name, text]) => {
      if (typeof text !== 'string') return [];
      const isNested = placeholdersIn(text).some(
        ({ namespace, problem }) => namespace === 'vars' || problem !== undefined,
      );
      const hint = 'Write its value; for a literal `${` write `$${`.';
      return isNested
        ? [{ ...state('variable/nested', { name }, { hint }), pointer: childPointer(pointer, name) }]
        : [];
    }),
  );
}

/** An unknown field among guardrails is said in its own words: a misspelt limit protects nothing. */
function guardrailFinding(finding: Finding, document: JsonObject): Finding {
  const match = /^\/guardrails\/([^/]+)\/([^/]+)$/.exec(finding.pointer);
  if (finding.code !== 'field/unknown' || match === null) return finding;
  const [, environment = '', name = ''] = match;
  const written = objectOf(objectOf(document['guardrails'])[environment]);
  const free = ['requireApproval', ...guardrailLimits.keys()].filter((known) => !Object.hasOwn(written, known));
  const hint = didYouMean(name, free) ?? `Known are requireApproval, ${[...guardrailLimits.keys()].join(', ')}.`;
  return { ...finding, ...state('project/unknown-guardrail', { name }, { hint }) };
}
