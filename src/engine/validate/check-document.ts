import { state } from '../diagnostic/statement.ts';
import type { Json, JsonObject } from '../json.ts';
import type { NumberTexts } from '../source/number-texts.ts';
import { canonicalMoney } from './canonical-money.ts';
import { checkBooleans } from './check-booleans.ts';
import { checkNumbers } from './check-numbers.ts';
import { type Finding, withMore } from './finding.ts';
import { follows, mistakenPlaces } from './mistaken-places.ts';
import { plainlyFits } from './plainly-fits.ts';
import { checkSecretUse } from './check-secret-use.ts';
import type { PreparedKind } from './prepared-kind.ts';
import type { ReferenceUse } from './reference-use.ts';
import type { SchemaNode } from './schema-node.ts';
import { applySchemaRules } from './schema-rules.ts';
import { translateViolations } from './translate-violations.ts';
import { quote, ruleInWords } from './wording.ts';

/** What one document says by itself, before it is seen beside the others. */
export interface DocumentCheck {
  /** With money in canonical form. */
  readonly document: JsonObject;
  readonly findings: readonly Finding[];
  readonly references: readonly ReferenceUse[];
  /** Places in which something is wrong; absent: nothing is. */
  readonly mistaken?: ReadonlySet<string>;
}

export interface DocumentContext {
  readonly texts?: NumberTexts;
  /** Some text without quotes is a boolean to YAML 1.1. */
  readonly mayHoldBooleans?: boolean;
  /** False when no text can hold `${secrets.`. */
  readonly mayHoldSecrets?: boolean;
  /** The merge patch of an environment that was merged in. */
  readonly overlay?: JsonObject | undefined;
  /** Places already found wrong: nothing more is said about them. */
  readonly settled?: ReadonlySet<string>;
}

const nothing: ReadonlySet<string> = new Set();
const none: readonly Finding[] = [];

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
  const misused = context.mayHoldSecrets === false ? none : checkSecretUse(root, written, context.settled ?? nothing);
  const settled =
    misused.length === 0
      ? (context.settled ?? nothing)
      : new Set([...(context.settled ?? []), ...misused.map(({ pointer }) => pointer)]);
  const money = canonicalMoney(root, written, context.texts);
  const { document } = money;
  const violations =
    plainlyFits(root, document) || definition.validate(document) ? [] : (definition.validate.errors ?? []);
  const translated =
    violations.length === 0
      ? none
      : translateViolations(violations, {
          kind,
          root,
          document,
          overlay: context.overlay,
          settled,
          texts: context.texts,
        });
  const rules = applySchemaRules(root, document, settled, translated.length === 0 ? nothing : absentPlaces(translated));
  const numbers = context.texts?.holdRounded === true ? checkNumbers(root, document, context.texts) : none;
  const booleans = context.mayHoldBooleans === true ? checkBooleans(root, document) : none;
  const former = checkFormerKey(root, document, settled);
  const all = [misused, former, money.findings, numbers, translated, rules.findings, booleans].flat();
  const omitted = rules.more + Math.max(0, all.length - maximumMistakes);
  const findings = omitted === 0 ? all : [...withMore(all.slice(0, maximumMistakes), omitted)];

  const { policy } = definition;
  const mistaken = settled.size === 0 && findings.length === 0 ? nothing : mistakenIn(findings, settled);
  const known = mistaken.size === 0 ? {} : { mistaken };
  if ((policy.check === undefined && policy.references === undefined) || findings.length === maximumMistakes) {
    return { document, findings, references: rules.references, ...known };
  }
  const body = bodyOf(document);
  for (const found of policy.check?.(body) ?? [])
    if (!follows(found, mistaken)) findings.push({ severity: 'error', ...found });
  const references = [...rules.references];
  for (const { atKey = false, ...reference } of policy.references?.(body) ?? []) {
    if (!follows(reference, mistaken)) references.push({ ...reference, atKey });
  }
  return { document, findings, references, ...known };
}

/** A former key had the form of a key. */
function checkFormerKey(root: SchemaNode, { movedFrom }: JsonObject, settled: ReadonlySet<string>): readonly Finding[] {
  const key = root.property('key')?.schema;
  if (typeof movedFrom !== 'string' || key?.pattern === undefined || settled.has('/movedFrom')) return none;
  if (movedFrom === '' || new RegExp(key.pattern, 'u').test(movedFrom)) return none;
  const parameters = { label: '`movedFrom`', found: quote(movedFrom), rule: ruleInWords(key) };
  return [{ ...state('value/pattern', parameters), pointer: '/movedFrom' }];
}

/** Fields that are missing, or misspelt, which is the same to those who look for them. */
function absentPlaces(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings.filter((one) => one.missing !== undefined || one.meant !== undefined).flatMap(mistakenPlaces),
  );
}

function mistakenIn(findings: readonly Finding[], settled: ReadonlySet<string>): ReadonlySet<string> {
  const errors = findings.filter(({ severity }) => severity === 'error');
  return new Set([...settled, ...errors.flatMap(mistakenPlaces)]);
}

export function bodyOf(document: JsonObject): JsonObject {
  const body: { [key: string]: Json } = {};
  for (const field in document) if (!envelopeFields.has(field)) body[field] = document[field] ?? null;
  return body;
}
