import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import { childPointer } from '../../../engine/pointer.ts';
import { flagPolicy } from '../flag-policy.ts';
import { validators } from '../generated/validators.gen.js';
import { segmentPolicy } from '../segment-policy.ts';
import { Inexpressible } from './inexpressible.ts';

/** Half a sentence about what no file may say of a resource, although its product does; undefined where there is nothing. */
export function unwritable(kind: 'Flag' | 'Segment', body: JsonObject): string | undefined {
  const [mistake] = [...uncarried(body, '')];
  if (mistake !== undefined) return mistake;
  const validate = validators[kind];
  if (validate !== undefined && !validate({ kind, key: 'imported', ...body })) {
    const violations = (validate.errors ?? []).toSorted(
      (left, right) => right.instancePath.length - left.instancePath.length,
    );
    const [violation] = violations;
    const reason = reasons.get(violation?.keyword ?? '') ?? 'says what is not possible here';
    return `\`${violation?.instancePath ?? ''}\` ${reason}`;
  }
  const { check } = kind === 'Flag' ? flagPolicy : segmentPolicy;
  const [finding] = check?.(body) ?? [];
  return finding === undefined ? undefined : `\`${finding.pointer}\`: ${finding.message.replace(/\.$/u, '')}`;
}

/** @throws Inexpressible where a rule cannot be written down */
export function refuseUnwritable(rule: JsonObject): void {
  const mistake = unwritable('Flag', { variations: { on: true }, rules: [rule] });
  if (mistake !== undefined) throw new Inexpressible(mistake.replace('/rules/0', ''));
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['maxLength', 'is too long'],
  ['minLength', 'is empty'],
]);

/** What YAML would not give back: integers that programs round, and texts that no file can hold. */
function* uncarried(value: Json, pointer: string): Generator<string> {
  if (typeof value === 'number' && !isExact(value)) yield `\`${pointer}\` is a number that cannot be kept exactly`;
  if (typeof value === 'string' && !isWhole(value)) yield `\`${pointer}\` is a text with half of a character in it`;
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) yield* uncarried(member, childPointer(pointer, index));
  } else if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      if (name === '__proto__' || !isWhole(name)) yield `\`${pointer}\` has a field that cannot be called so`;
      yield* uncarried(member, childPointer(pointer, name));
    }
  }
}

function isExact(value: number): boolean {
  return (
    Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value) || String(value).includes('e'))
  );
}

function isWhole(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
