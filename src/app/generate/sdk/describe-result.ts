import { isJsonObject, type Json, type JsonObject } from '../../../engine/json.ts';
import type { SdkResult, TypeReference } from '../../../generate/sdk/api-description.ts';
import { eitherOf } from './combined-types.ts';
import { propertiesOf, type TakenOperation } from './taken-operation.ts';
import type { TypeReader } from './type-reader.ts';

/** By which the query of a list in the stream form says where to go on. */
const cursorParameters = ['cursor', 'after'];

/** The form of what an operation answers, as its content types, the schema and the query tell it. */
export function describeResult({ answers, operation, query }: TakenOperation, reader: TypeReader): SdkResult {
  const place = `${operation.id} result`;
  const contents = answers.filter(({ status }) => status !== '204');
  if (contents.length === 0) return { form: 'nothing' };
  if (contents.length < answers.length) throw new RangeError(`${place}: it answers both something and nothing`);
  const contentTypes = [...new Set(contents.flatMap((answer) => answer.contentTypes))];
  const type = eitherOf(contents.map(({ schema }) => reader.type(schema, place)));
  if (contentTypes.every((one) => one === 'application/json')) {
    const [first = { schema: {} }] = contents;
    return listOf(reader.resolve(first.schema, place), type, query, reader) ?? { form: 'value', type };
  }
  if (contentTypes.includes('application/json')) throw new RangeError(`${place}: it answers both JSON and a stream`);
  if (!contentTypes.includes('text/event-stream')) return { form: 'bytes', contentTypes };
  if (contentTypes.length > 1) throw new RangeError(`${place}: it answers both events and a document`);
  return { form: 'events', data: type };
}

/** `pageSchema` and `streamSchema` of the server make these. Only what the query goes on with is a list. */
function listOf(schema: JsonObject, type: TypeReference, query: JsonObject, reader: TypeReader): SdkResult | undefined {
  const { data, hasMore, nextCursor, pagination } = propertiesOf(schema);
  const asked = propertiesOf(query);
  const items = isJsonObject(data ?? null) ? Object(data).items : undefined;
  if (type.kind !== 'named' || items === undefined) return undefined;
  const item = reader.type(items, `${type.name}/data/items`);
  if ('page' in asked && 'pageSize' in asked && saysWhetherNext(pagination, reader)) {
    return { form: 'pages', page: type, item };
  }
  const cursorParameter = cursorParameters.find((name) => name in asked);
  if ('limit' in asked && cursorParameter !== undefined && hasMore !== undefined && nextCursor !== undefined) {
    return { form: 'parts', part: type, item, cursorParameter };
  }
  return undefined;
}

function saysWhetherNext(pagination: Json | undefined, reader: TypeReader): boolean {
  if (pagination === undefined || !isJsonObject(pagination)) return false;
  return 'hasNext' in propertiesOf(reader.resolve(pagination, 'pagination'));
}
