import type { Json, JsonObject } from '../json.ts';
import type { NumberTexts } from '../source/number-texts.ts';
import { canonicalMoney } from './canonical-money.ts';
import type { Finding } from './finding.ts';
import type { PreparedKind } from './prepared-kind.ts';
import type { ReferenceUse } from './reference-use.ts';
import { applySchemaRules } from './schema-rules.ts';
import { translateViolations } from './translate-violations.ts';

/** What one document says by itself, before it is seen beside the others. */
export interface DocumentCheck {
  /** With money in canonical form. */
  readonly document: JsonObject;
  readonly findings: readonly Finding[];
  readonly references: readonly ReferenceUse[];
}

export interface DocumentContext {
  readonly texts?: NumberTexts;
  /** Places already found wrong: nothing more is said about them. */
  readonly settled?: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();

/** A document with more mistakes than this is something else altogether, and may have millions. */
const maximumMistakes = 1_000;

/** Fields of a document that are not part of the resource's body. */
const envelopeFields: ReadonlySet<string> = new Set(['kind', 'key', 'environments', 'movedFrom']);

/** Checks a whole document (`kind` and `key` included, overlays merged) against its kind. */
export function checkDocument(
  prepared: PreparedKind,
  written: JsonObject,
  context: DocumentContext = {},
): DocumentCheck {
  const { definition, root, kind } = prepared;
  const { settled = nothing } = context;
  const money = canonicalMoney(root, written, context.texts);
  const { document } = money;
  const violations = definition.validate(document) ? [] : (definition.validate.errors ?? []);
  const translated = translateViolations(violations, { kind, root, document, settled });
  const rules = applySchemaRules(root, document, settled);
  const findings: Finding[] = [...money.findings, ...translated, ...rules.findings].slice(0, maximumMistakes);

  const { policy } = definition;
  if ((policy.check === undefined && policy.references === undefined) || findings.length === maximumMistakes) {
    return { document, findings, references: rules.references };
  }
  const body = bodyOf(document);
  const isNews = unaffectedBy([...settled, ...findings.map(({ pointer }) => pointer)]);
  for (const found of policy.check?.(body) ?? [])
    if (isNews(found.pointer)) findings.push({ ...found, severity: 'error' });
  const references = [...rules.references];
  for (const { atKey = false, ...reference } of policy.references?.(body) ?? []) {
    if (isNews(reference.pointer)) references.push({ ...reference, atKey });
  }
  return { document, findings, references };
}

/**
 * What a kind's own checks find is worth saying unless it follows from a mistake known already: one in the
 * value itself, in what holds it, or in a field beside it (a misspelt `pricing` next to `tiers`).
 */
function unaffectedBy(mistakes: readonly string[]): (pointer: string) => boolean {
  // Entries of a list stand for themselves; fields of a mapping give each other their meaning.
  const areFields = (one: string, other: string): boolean =>
    holderOf(one) === holderOf(other) && !/\/[0-9]+$/.test(one);
  return (pointer) =>
    !mistakes.some(
      (mistake) =>
        mistake === '' ||
        pointer === mistake ||
        pointer.startsWith(`${mistake}/`) ||
        mistake.startsWith(`${pointer}/`) ||
        areFields(mistake, pointer),
    );
}

function holderOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

export function bodyOf(document: JsonObject): JsonObject {
  const body: { [key: string]: Json } = {};
  for (const [field, value] of Object.entries(document)) if (!envelopeFields.has(field)) body[field] = value;
  return body;
}
