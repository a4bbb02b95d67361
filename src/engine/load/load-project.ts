import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { state } from '../diagnostic/statement.ts';
import { isJsonObject } from '../json.ts';
import { childPointer } from '../pointer.ts';
import { atStart } from '../source/decode-source.ts';
import { parseSource } from '../source/parse-source.ts';
import type { Positions } from '../source/positions.ts';
import type { SourceText } from '../source/source-text.ts';
import type { YamlDocument } from '../source/yaml-document.ts';
import { didYouMean } from '../validate/did-you-mean.ts';
import type { Finding } from '../validate/finding.ts';
import { findViolations } from '../validate/find-violations.ts';
import { prepareSchema } from '../validate/schema-node.ts';
import { applySchemaRules } from '../validate/schema-rules.ts';
import { translateViolations } from '../validate/translate-violations.ts';
import { typeInWords } from '../validate/wording.ts';
import { ignoredBy, type Project, projectFrom } from './project.ts';
import { guardrailLimits, projectSchema } from './project-schema.ts';

export interface LoadedProject {
  /** Null when dream.yaml has mistakes: what depends on its names cannot be judged then. */
  readonly project: Project | null;
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
    return { project: null, ignore: [], diagnostics };
  }
  if (second !== undefined) {
    diagnostics.push({ ...state('project/several-documents', {}), at: positions.locate(second, '', 'key') });
  }
  if (!document.broken) {
    for (const { pointer, atKey, related: _, ...statement } of check(document)) {
      diagnostics.push({ ...statement, at: positions.locate(document, pointer, atKey === true ? 'key' : 'value') });
    }
  }
  const { value } = document;
  const project = diagnostics.length === 0 && isJsonObject(value) ? projectFrom(value, document.texts) : null;
  return { project, ignore: ignoredBy(value), diagnostics };
}

function check({ value }: YamlDocument): readonly Finding[] {
  if (!isJsonObject(value)) return [{ ...state('document/not-a-mapping', { what: typeInWords(value) }), pointer: '' }];
  const root = prepareSchema(projectSchema);
  const validated = { kind: 'dream.yaml', root, document: value, settled: new Set<string>() };
  const findings = translateViolations(findViolations(root, value), validated).map(guardrailFinding);
  const environments = isJsonObject(value['environments']) ? Object.keys(value['environments']) : [];
  for (const name of isJsonObject(value['guardrails']) ? Object.keys(value['guardrails']) : []) {
    if (environments.includes(name) || environments.length === 0) continue;
    const hint = didYouMean(name, environments);
    findings.push({
      ...state('project/unknown-environment', { name }, { hint }),
      pointer: childPointer('/guardrails', name),
      atKey: true,
    });
  }
  return [...findings, ...applySchemaRules(root, value, new Set()).findings];
}

/** An unknown field among guardrails is said in its own words: a misspelt limit protects nothing. */
function guardrailFinding(finding: Finding): Finding {
  const match = /^\/guardrails\/[^/]+\/([^/]+)$/.exec(finding.pointer);
  if (finding.code !== 'field/unknown' || match === null) return finding;
  const name = match[1] ?? '';
  const hint =
    didYouMean(name, ['requireApproval', ...guardrailLimits.keys()]) ??
    `Known are requireApproval, ${[...guardrailLimits.keys()].join(', ')}.`;
  return { ...finding, ...state('project/unknown-guardrail', { name }, { hint }) };
}
