import { type Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isJsonObject, type Json } from '../json.ts';
import type { ModelSchema } from '../model/model.ts';
import { branchFor, propertySchema } from '../model/schema-at.ts';
import { exactNumber, isMoney } from './money-form.ts';

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
      map.set(keyScalar(name), valueNode(member, described, root));
    }
    map.flow = Object.keys(value).length === 0;
    return map;
  }
  if (typeof value !== 'string') return new Scalar(value);
  return isMoney(own, root) ? moneyScalar(value) : textScalar(value);
}

/** A key that says only its name: `<<` would bring in what it is followed by. */
export function keyScalar(name: string): Scalar {
  const scalar = new Scalar(name);
  if (name === '<<') scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

function listNode(list: readonly Json[], schema: ModelSchema | undefined, root: ModelSchema): Node {
  const sequence = new YAMLSeq();
  for (const item of list) sequence.items.push(valueNode(item, schema?.items, root));
  const plain = list.every((item) => item === null || typeof item !== 'object');
  sequence.flow = plain && JSON.stringify(list).length <= 80;
  return sequence;
}

/** A block of text that begins with a space would need its indentation said in numbers. */
function textScalar(text: string): Scalar {
  const scalar = new Scalar(text);
  if (/^\s/u.test(text) && text.includes('\n')) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

/** A number where the number says exactly the same; otherwise the text stays text. */
function moneyScalar(text: string): Scalar {
  const number = exactNumber(text);
  if (number === null) return new Scalar(text);
  const scalar = new Scalar(number);
  scalar.minFractionDigits = text.split('.')[1]?.length ?? 0;
  return scalar;
}
