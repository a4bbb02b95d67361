import { state } from '../diagnostic/statement.ts';
import type { Json, JsonObject } from '../json.ts';
import type { SchemaViolation } from '../model/registry.ts';
import { childPointer, parsePointer, valueAt } from '../pointer.ts';
import { moneyBranch } from './canonical-money.ts';
import { type Finding, withMore } from './finding.ts';
import { isFreeText } from './check-secret-use.ts';
import type { PlacedViolation, Validated } from './placed-violation.ts';
import { branchFor, childNode, hasType, type SchemaNode } from './schema-node.ts';
import { messageFor, unknownField } from './violation-messages.ts';
import { labelOf } from './wording.ts';

/** A document with more mistakes than this is something else altogether, and may have millions. */
const maximumViolations = 1_000;

/**
 * One finding per mistake out of what a validator reports for it. A value picks its branch of an
 * `anyOf` by its JSON type, and only what that branch says is heard.
 */
export function translateViolations(violations: readonly SchemaViolation[], validated: Validated): readonly Finding[] {
  const open = violations.slice(0, maximumViolations).flatMap((violation) => {
    const found = nodeAt(validated, violation.instancePath);
    return found === 'settled' || isForServer(violation, found) ? [] : [{ violation, found }];
  });
  const findings = wordAll(
    open.flatMap(({ violation, found }) => heard(violation, found)),
    validated,
  );
  const [first] = open;
  const said = findings.length > 0 || first === undefined ? findings : [fallback(first.violation)];
  return withMore(said, Math.max(0, violations.length - maximumViolations));
}

type Spot = Pick<PlacedViolation, 'node' | 'offered' | 'value' | 'written'>;

function heard(violation: SchemaViolation, spot: Spot | null): readonly PlacedViolation[] {
  if (spot === null) return [];
  const { instancePath: pointer, propertyName } = violation;
  if (propertyName !== undefined) {
    const { names } = spot.node;
    if (names === undefined || !speaks(violation, names, propertyName)) return [];
    return [{ violation, pointer, value: propertyName, node: names, offered: names }];
  }
  return speaks(violation, spot.node, spot.value) ? [{ violation, pointer, ...spot }] : [];
}

/** What a text with a secret in it will look like only the server knows. */
function isForServer({ keyword }: SchemaViolation, spot: Spot | null): boolean {
  if (typeof spot?.value !== 'string' || !spot.value.includes('${secrets.')) return false;
  return textKeywords.has(keyword) && isFreeText(spot.node.schema);
}

const textKeywords: ReadonlySet<string> = new Set(['pattern', 'format', 'minLength', 'maxLength']);

/** Whether the keyword stands in this very schema, rather than in a branch that the value does not take. */
function speaks(violation: SchemaViolation, node: SchemaNode, value: Json): boolean {
  const { schema } = node;
  const { params, keyword } = violation;
  switch (keyword) {
    case 'anyOf':
      return node.branches.length > 0;
    case 'additionalProperties':
      return schema.additionalProperties === false && node.property(String(params['additionalProperty'])) === undefined;
    case 'required':
      return schema.required?.includes(String(params['missingProperty'])) === true;
    case 'dependentRequired':
      return schema.dependentRequired?.[String(params['property'])] !== undefined;
    case 'type':
      return schema.type !== undefined && !hasType(node, value);
    case 'enum':
      return schema.enum?.includes(value) === false;
    case 'const':
      return schema.const !== undefined && schema.const !== value;
    case 'pattern':
      return schema.pattern === params['pattern'];
    case 'format':
      return schema.format === params['format'];
    case 'uniqueItems':
      return schema.uniqueItems === true;
    case 'multipleOf':
      return schema.multipleOf === params['multipleOf'];
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
      return schema[keyword] === params['limit'];
    default:
      // `propertyNames` is only the echo of what its schema says about the name.
      return false;
  }
}

/**
 * The schema at a place, by the branches that the document's values take; null where the value took
 * another branch, 'settled' where the rules for money, secrets or variables have the word.
 */
function nodeAt({ root, document, settled, texts }: Validated, pointer: string): Spot | null | 'settled' {
  if (settled.has(pointer)) return 'settled';
  let offered = root;
  let value: Json = document;
  let written: string | undefined;
  for (const segment of parsePointer(pointer)) {
    const branch = branchFor(offered, value);
    const child = branch === undefined ? undefined : childNode(branch, value, segment);
    const next = valueAt(value, [segment]);
    if (child === undefined || next === undefined) return null;
    if (child.isSensitive) return 'settled';
    written = typeof next === 'number' && isContainer(value) ? texts?.get(value, segment) : undefined;
    offered = child;
    value = next;
  }
  if (moneyBranch(offered, value)?.schema['x-money'] !== undefined) return 'settled';
  return { node: branchFor(offered, value) ?? offered, offered, value, written };
}

function isContainer(value: Json): value is readonly Json[] | JsonObject {
  return typeof value === 'object' && value !== null;
}

function wordAll(heard: readonly PlacedViolation[], validated: Validated): readonly Finding[] {
  const findings: Finding[] = [];
  const explained = new Set<string>();
  const missingBy = Map.groupBy(heard.filter(isMissing), (placed) => placed.pointer);
  for (const placed of heard) {
    if (placed.violation.keyword !== 'additionalProperties') continue;
    const name = String(placed.violation.params['additionalProperty']);
    const missing = (missingBy.get(placed.pointer) ?? []).map((other) =>
      String(other.violation.params['missingProperty']),
    );
    // A misspelt required field is one mistake, not an unknown field and a missing one.
    const finding = unknownField(placed, name, missing, validated);
    if (finding.meant !== undefined) explained.add(childPointer(placed.pointer, finding.meant));
    findings.push(finding);
  }
  const said = new Set<string>();
  for (const placed of heard) {
    const { keyword, params } = placed.violation;
    if (keyword === 'additionalProperties') continue;
    if (isMissing(placed) && explained.has(childPointer(placed.pointer, String(params['missingProperty'])))) continue;
    const finding = messageFor(placed, validated);
    // A value with several faults is one mistake: the first that is found out will do.
    const place = `${finding.pointer} ${isMissing(placed) ? String(params['missingProperty']) : String(finding.atKey === true)}`;
    if (!said.has(place)) findings.push(finding);
    said.add(place);
  }
  return findings;
}

function isMissing(placed: PlacedViolation): boolean {
  return placed.violation.keyword === 'required';
}

/** For a keyword nobody taught us to word: never silent, never the validator's own way of speaking alone. */
function fallback(violation: SchemaViolation): Finding {
  const reason = violation.message ?? `it does not satisfy \`${violation.keyword}\``;
  return {
    ...state('value/refused', { label: labelOf(violation.instancePath), reason }),
    pointer: violation.instancePath,
  };
}
