import { type Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { escapeVariables } from './escape-variables.ts';
import { isJsonObject, type Json } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { branchFor, dereference, propertySchema } from '../model/schema-at.ts';

/**
 * A value as people write it: money without quotes and with the decimals of its currency, short lists and
 * mappings of plain values on one line.
 */
export function valueNode(value: Json, schema: ModelSchema | undefined, root: ModelSchema): Node {
  const own = schema === undefined ? undefined : branchFor(schema, value, root);
  if (Array.isArray(value)) return listNode(value, own, root);
  if (isJsonObject(value)) {
    const map = new YAMLMap();
    for (const [name, member] of Object.entries(value)) {
      const described = own === undefined ? undefined : propertySchema(own, name);
      map.set(new Scalar(name), valueNode(member, described, root));
    }
    map.flow = Object.keys(value).length === 0;
    return map;
  }
  const isMoney = own !== undefined && dereference(own, root)['x-money'] !== undefined;
  if (typeof value !== 'string') return new Scalar(value);
  return isMoney ? moneyScalar(value) : new Scalar(escapeVariables(value));
}

function listNode(list: readonly Json[], schema: ModelSchema | undefined, root: ModelSchema): Node {
  const sequence = new YAMLSeq();
  for (const item of list) sequence.items.push(valueNode(item, schema?.items, root));
  const plain = list.every((item) => item === null || typeof item !== 'object');
  sequence.flow = plain && JSON.stringify(list).length <= 80;
  return sequence;
}

/** A number where the number says exactly the same; otherwise the text stays text. */
function moneyScalar(text: string): Scalar {
  const number = Number(text);
  const decimals = text.split('.')[1]?.length ?? 0;
  const exact = decimals <= 15 && number.toFixed(decimals) === text && !String(number).includes('e');
  if (!exact) return new Scalar(text);
  const scalar = new Scalar(number);
  scalar.minFractionDigits = decimals;
  return scalar;
}
