import type { Json, JsonObject } from '../json.ts';
import type { NumberTexts } from '../source/number-texts.ts';
import { canonicalMoney } from './canonical-money.ts';
import { checkBooleans } from './check-booleans.ts';
import { checkNumbers } from './check-numbers.ts';
import { type Finding, withMore } from './finding.ts';
import { follows, mistakenPlaces } from './mistaken-places.ts';
import { checkSecretUse } from './check-secret-use.ts';
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
  /** Some text without quotes is a boolean to YAML 1.1. */
  readonly mayHoldBooleans?: boolean;
  /** False when no text holds `${`. */
  readonly mayHoldSecrets?: boolean;
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
  const misused = context.mayHoldSecrets === false ? [] : checkSecretUse(root, written, context.settled ?? nothing);
  const settled =
    misused.length === 0
      ? (context.settled ?? nothing)
      : new Set([...(context.settled ?? []), ...misused.map(({ pointer }) => pointer)]);
  const money = canonicalMoney(root, written, context.texts);
  const { document } = money;
  const violations = definition.validate(document) ? [] : (definition.validate.errors ?? []);
  const translated = translateViolations(violations, { kind, root, document, settled, texts: context.texts });
  const absent = new Set(
    translated.filter((one) => one.missing !== undefined || one.meant !== undefined).flatMap(mistakenPlaces),
  );
  const rules = applySchemaRules(root, document, settled, absent);
  const numbers = context.texts?.holdRounded === true ? checkNumbers(root, document, context.texts) : [];
  const booleans = context.mayHoldBooleans === true ? checkBooleans(root, document) : [];
  const own = [...misused, ...money.findings, ...numbers, ...translated];
  const all: readonly Finding[] = [...own, ...rules.findings, ...booleans];
  const omitted = rules.more + Math.max(0, all.length - maximumMistakes);
  const findings = [...withMore(all.slice(0, maximumMistakes), omitted)];

  const { policy } = definition;
  if ((policy.check === undefined && policy.references === undefined) || findings.length === maximumMistakes) {
    return { document, findings, references: rules.references };
  }
  const body = bodyOf(document);
  const mistaken = new Set([
    ...settled,
    ...findings.filter(({ severity }) => severity === 'error').flatMap(mistakenPlaces),
  ]);
  for (const found of policy.check?.(body) ?? [])
    if (!follows(found, mistaken)) findings.push({ ...found, severity: 'error' });
  const references = [...rules.references];
  for (const { atKey = false, ...reference } of policy.references?.(body) ?? []) {
    if (!follows(reference, mistaken)) references.push({ ...reference, atKey });
  }
  return { document, findings, references };
}

export function bodyOf(document: JsonObject): JsonObject {
  const body: { [key: string]: Json } = {};
  for (const [field, value] of Object.entries(document)) if (!envelopeFields.has(field)) body[field] = value;
  return body;
}
