import { isJsonObject, type JsonObject } from '../../engine/json.ts';
import { textsOf } from '../../engine/json-fields.ts';

/** Fields an object does not have and, for all its schema says, could do with. */
export interface LackingFields {
  readonly names: readonly string[];
  /** Others would do as well. */
  readonly amongOthers: boolean;
}

/** Those the schema requires, and of the rest as many as it asks for in number. */
export function lackingFields({ properties, required, minProperties }: JsonObject, value: unknown): LackingFields {
  const present: JsonObject = isJsonObject(value) ? value : {};
  const isLacking = (name: string): boolean => !Object.hasOwn(present, name);
  const needed = textsOf(required).filter(isLacking);
  const least = typeof minProperties === 'number' ? minProperties : 0;
  const more = Math.max(0, least - Object.keys(present).length - needed.length);
  const others = Object.keys(isJsonObject(properties) ? properties : {}).filter(
    (name) => isLacking(name) && !needed.includes(name),
  );
  return { names: [...needed, ...others.slice(0, more)], amongOthers: more > 0 };
}
