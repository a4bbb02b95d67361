import type { JsonObject } from '../engine/json.ts';

/** The `query` of a list operation in the offset form. Spread `properties` to add filters. */
export const pageQuery = {
  type: 'object',
  additionalProperties: false,
  properties: {
    page: { type: 'integer', minimum: 1, maximum: 1_000_000, default: 1, description: 'From 1.' },
    pageSize: { type: 'integer', minimum: 1, maximum: 200, default: 50, description: 'Items on a page.' },
  },
} as const satisfies JsonObject;

/** What a list operation was asked for. */
export interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
}

/** One page of a list. A page beyond the end is empty, not an error: the list may have shrunk. */
export interface Page<T> {
  readonly data: readonly T[];
  readonly pagination: {
    readonly page: number;
    readonly pageSize: number;
    readonly totalItems: number;
    readonly totalPages: number;
    readonly hasNext: boolean;
    readonly hasPrevious: boolean;
  };
}

export interface PageBounds {
  readonly limit: number;
  readonly offset: number;
}

/** `LIMIT` and `OFFSET` of the page. The query must order by something unique, or pages overlap. */
export function pageBounds({ page, pageSize }: PageRequest): PageBounds {
  return { limit: pageSize, offset: (page - 1) * pageSize };
}

/** `rows` are those of this page only; `totalItems` counts all. */
export function toPage<T>(rows: readonly T[], totalItems: number, { page, pageSize }: PageRequest): Page<T> {
  const totalPages = Math.ceil(totalItems / pageSize);
  return {
    data: rows,
    pagination: { page, pageSize, totalItems, totalPages, hasNext: page < totalPages, hasPrevious: page > 1 },
  };
}

/** `TenantPage`, where the items are called `Tenant`. */
export function pageTitle({ title }: JsonObject, form: 'Page' | 'Part'): { readonly title?: string } {
  return typeof title === 'string' ? { title: `${title}${form}` } : {};
}

/** JSON Schema of a page of `item`, for an operation's `responses`. */
export function pageSchema(item: JsonObject): JsonObject {
  return {
    ...pageTitle(item, 'Page'),
    type: 'object',
    required: ['data', 'pagination'],
    additionalProperties: false,
    properties: {
      data: { type: 'array', items: item },
      pagination: {
        title: 'Pagination',
        type: 'object',
        required: ['page', 'pageSize', 'totalItems', 'totalPages', 'hasNext', 'hasPrevious'],
        additionalProperties: false,
        properties: {
          page: { type: 'integer', minimum: 1 },
          pageSize: { type: 'integer', minimum: 1 },
          totalItems: { type: 'integer', minimum: 0 },
          totalPages: { type: 'integer', minimum: 0 },
          hasNext: { type: 'boolean' },
          hasPrevious: { type: 'boolean' },
        },
      },
    },
  };
}
