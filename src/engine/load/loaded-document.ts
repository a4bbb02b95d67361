import { state } from '../diagnostic/statement.ts';
import { isJsonObject, type Json, type JsonObject } from '../json.ts';
import { parsePointer, valueAt } from '../pointer.ts';
import type { YamlDocument } from '../source/yaml-document.ts';
import { checkDocument } from '../validate/check-document.ts';
import { checkUnmanaged } from '../validate/check-unmanaged.ts';
import { didYouMean } from '../validate/did-you-mean.ts';
import type { Finding } from '../validate/finding.ts';
import type { PreparedKind, PreparedKinds } from '../validate/prepared-kind.ts';
import type { Subject } from '../validate/subject.ts';
import { quote, typeInWords } from '../validate/wording.ts';
import { type DocumentVariant, expandDocument, variablePlaces } from './document-variants.ts';
import type { PlacedFinding } from './locate-finding.ts';
import { checkRemovals } from './check-removals.ts';
import type { Project } from './project.ts';
import { type VariantCheck, variantFindings } from './variant-findings.ts';

/** A resource together with where it came from; `variants[i]` is what `subject.variants[i]` was made of. */
export interface LoadedDocument {
  readonly yaml: YamlDocument;
  readonly base: JsonObject;
  readonly subject: Subject;
  readonly variants: readonly DocumentVariant[];
}

export interface DocumentResult {
  /** Null when the document does not say which resource it is. */
  readonly loaded: LoadedDocument | null;
  /** Then, when its kind is known, what it refers to: nobody can refer to it, since its key is empty. */
  readonly keyless?: LoadedDocument;
  readonly findings: readonly PlacedFinding[];
  /** A key that may well be the one of a resource whose document is too broken to tell. */
  readonly doubtfulKey?: string;
}

/** Checks one YAML document by itself, in every environment. */
export function loadDocument(yaml: YamlDocument, kinds: PreparedKinds, project: Project | null): DocumentResult {
  const { value } = yaml;
  if (yaml.broken) return { loaded: null, findings: [], ...doubtful(value) };
  const found = kindOf(value, kinds);
  if ('finding' in found) {
    const place = { yaml, base: isJsonObject(value) ? value : {} };
    return { loaded: null, findings: [{ finding: found.finding, place }], ...doubtful(value) };
  }
  return checkVariants(yaml, found.document, found.prepared, project);
}

function checkVariants(
  yaml: YamlDocument,
  document: JsonObject,
  prepared: PreparedKind,
  project: Project | null,
): DocumentResult {
  const { base, variants, findings: overlayFindings } = expandDocument(yaml, document, project);
  const findings: PlacedFinding[] = overlayFindings.map((finding) => ({ finding, place: { yaml, base } }));
  const mayHoldSecrets = mayAskForSecrets(yaml, project);
  const check = (written: JsonObject, settled: ReadonlySet<string>, overlay?: JsonObject) =>
    checkDocument(prepared, written, {
      texts: yaml.texts,
      settled,
      overlay,
      mayHoldSecrets,
      mayHoldBooleans: yaml.mayHoldBooleans,
    });
  const checks: VariantCheck[] = [];
  const subjectVariants = variants.map((variant) => {
    const checked = check(variant.document, variant.settled, variant.overlay?.patch);
    const { environments, overlay } = variant;
    const removals = overlay === undefined ? [] : checkRemovals(prepared.root, base, overlay.patch);
    const isFine = variant.findings.length + checked.findings.length === 0;
    checks.push({ variant, findings: isFine ? [] : [...variant.findings, ...checked.findings] });
    for (const finding of removals) {
      findings.push({
        finding: { ...finding, pointer: `${overlay?.pointer ?? ''}${finding.pointer}` },
        place: { yaml, base },
      });
    }
    const { mistaken, references } = checked;
    return { environments, document: checked.document, references, ...(mistaken === undefined ? {} : { mistaken }) };
  });
  const baseFindings = () => {
    const plain = checks.filter(({ variant }) => variant.overlay === undefined);
    return plain.length > 0 ? plain.flatMap((one) => one.findings) : check(base, variablePlaces(base)).findings;
  };
  for (const placed of variantFindings(yaml, base, checks, baseFindings)) findings.push(placed);
  if (Object.hasOwn(base, 'unmanaged')) {
    const environments = project === null ? null : [...project.environments.keys()];
    for (const finding of checkUnmanaged(prepared, base, environments))
      findings.push({ finding, place: { yaml, base } });
  }
  const { kind } = prepared;
  const { key, movedFrom } = base;
  if (typeof key !== 'string') {
    const keyless = { yaml, base, variants, subject: { kind, key: '', variants: subjectVariants } };
    const misspelt = findings.find(({ finding }) => finding.meant === 'key' && /^\/[^/]+$/.test(finding.pointer));
    if (misspelt !== undefined) {
      return {
        loaded: null,
        keyless,
        findings,
        ...doubtful({ key: valueAt(base, parsePointer(misspelt.finding.pointer)) ?? null }),
      };
    }
    if (key === undefined && !findings.some(({ finding }) => finding.missing === 'key')) {
      const finding = {
        ...state('field/missing', { field: 'key', owner: `this ${kind}` }),
        pointer: '',
        atKey: true,
        missing: 'key',
      };
      findings.push({ finding, place: { yaml, base } });
    }
    return { loaded: null, keyless, findings, ...doubtful(base) };
  }
  const moved = typeof movedFrom === 'string' ? { movedFrom } : {};
  return { loaded: { yaml, base, variants, subject: { kind, key, ...moved, variants: subjectVariants } }, findings };
}

/** Written out, or put together of what variables bring and `$${` leaves. */
function mayAskForSecrets({ placeholderTexts }: YamlDocument, project: Project | null): boolean {
  return placeholderTexts.some(
    (text) => text.includes('secrets.') || text.includes('$${') || project?.mayBringSecrets === true,
  );
}

type KindOf = { readonly prepared: PreparedKind; readonly document: JsonObject } | { readonly finding: Finding };

function kindOf(value: Json, kinds: PreparedKinds): KindOf {
  if (!isJsonObject(value))
    return { finding: { ...state('document/not-a-mapping', { what: typeInWords(value) }), pointer: '' } };
  const kind = Object.hasOwn(value, 'kind') ? value['kind'] : undefined;
  if (kind === undefined || kind === null) {
    const misspelt = didYouMean(
      'kind',
      Object.keys(value).filter((field) => typeof value[field] === 'string'),
    );
    const hint =
      misspelt === undefined
        ? 'If this file is not configuration, name it under `ignore` in dream.yaml.'
        : `${misspelt.replace('Did you mean', 'The field').replace('?', '')} should be \`kind\`.`;
    return {
      finding: {
        ...state('document/no-kind', {}, { hint }),
        pointer: kind === null ? '/kind' : '',
        atKey: true,
        missing: 'kind',
      },
    };
  }
  const prepared = typeof kind === 'string' ? kinds.get(kind) : undefined;
  if (prepared !== undefined) return { prepared, document: value };
  const name = typeof kind === 'string' ? kind : quote(kind).replaceAll('`', '');
  const hint = didYouMean(name, kinds.names) ?? `Known are ${kinds.names.join(', ')}.`;
  const what = typeof kind === 'string' ? {} : { what: typeInWords(kind) };
  return { finding: { ...state('document/unknown-kind', { kind: name, ...what }, { hint }), pointer: '/kind' } };
}

function doubtful(value: Json): { readonly doubtfulKey?: string } {
  const key = isJsonObject(value) && Object.hasOwn(value, 'key') ? value['key'] : undefined;
  return key === undefined || key === null || typeof key === 'object' ? {} : { doubtfulKey: String(key) };
}
