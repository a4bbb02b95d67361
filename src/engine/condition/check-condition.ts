import type { Json } from '../json.ts';
import { entriesOf, listOf } from '../json-fields.ts';
import { childPointer } from '../pointer.ts';
import { checkTest, instantFindings, orderFindings } from './check-test.ts';
import type { ConditionFinding } from './findings.ts';

/** Mistakes inside a condition that its schema cannot say; `pointer` is where the condition stands in its document. */
export function checkCondition(condition: Json | undefined, pointer: string): readonly ConditionFinding[] {
  return entriesOf(condition).flatMap(([name, value]) => {
    const at = childPointer(pointer, name);
    switch (name) {
      case 'any':
      case 'all':
        return listOf(value).flatMap((inner, index) => checkCondition(inner, childPointer(at, index)));
      case 'not':
        return checkCondition(value, at);
      case 'now':
        return [...instantFindings(value, at), ...orderFindings(value, at)];
      case 'segment':
      case 'share':
        return [];
      default:
        return checkTest(value, at);
    }
  });
}

/** An attribute that a condition asks for, and where. */
export interface AskedAttribute {
  /** `user.email` */
  readonly path: string;
  /** Of the test; the attribute is its key. */
  readonly pointer: string;
}

/** Every attribute a condition asks for, at any depth. */
export function attributesIn(condition: Json | undefined, pointer: string): readonly AskedAttribute[] {
  return entriesOf(condition).flatMap(([name, value]) => {
    const at = childPointer(pointer, name);
    if (name === 'any' || name === 'all') {
      return listOf(value).flatMap((inner, index) => attributesIn(inner, childPointer(at, index)));
    }
    if (name === 'not') return attributesIn(value, at);
    return name.includes('.') ? [{ path: name, pointer: at }] : [];
  });
}
