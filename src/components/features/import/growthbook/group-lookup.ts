import type { Json } from '../../../../engine/json.ts';
import type { Condition } from '../condition.ts';

/** What conditions ask of saved groups, and of which attributes are lists. */
export interface GroupLookup {
  entry(id: string): Json | undefined;
  isReadable(id: Json): boolean;
  byAttribute(id: string, path: string): Condition;
  byCondition(id: string): Condition;
  isList(path: string): boolean;
  sawSingle(path: string): void;
}
