import type { JsonObject } from '../../engine/json.ts';
import { objectOf } from '../../engine/json-fields.ts';
import type { Operation } from '../operation.ts';

/** By which the query of a list says where to go on. */
const cursors = ['cursor', 'after'];

/** How the pages of a list are asked for, for `x-pagination`; null for what is no list. */
export function paginationOf({ query, responses }: Pick<Operation, 'query' | 'responses'>): JsonObject | null {
  const asked = objectOf(query?.['properties']);
  const answered = objectOf(responses[200]?.schema['properties']);
  if ('page' in asked && 'pagination' in answered) {
    return { form: 'offset', items: 'data', page: 'page', pageSize: 'pageSize', hasMore: 'pagination.hasNext' };
  }
  const cursor = cursors.find((name) => name in asked);
  if (cursor === undefined || !('nextCursor' in answered)) return null;
  return { form: 'cursor', items: 'data', cursor, pageSize: 'limit', nextCursor: 'nextCursor', hasMore: 'hasMore' };
}
