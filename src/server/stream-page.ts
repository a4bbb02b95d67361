import type { JsonObject } from '../engine/json.ts';
import { pageTitle } from './page.ts';

/** The `query` of a list in the stream form: of what only ever grows. Spread `properties` to add filters. */
export const streamQuery = {
  type: 'object',
  additionalProperties: false,
  properties: {
    cursor: {
      type: 'string',
      minLength: 1,
      maxLength: 128,
      description: '`nextCursor` of the part before; absent for the first.',
    },
    limit: { type: 'integer', minimum: 1, maximum: 200, default: 50, description: 'Entries in the answer.' },
  },
} as const satisfies JsonObject;

export interface StreamRequest {
  readonly cursor?: string;
  readonly limit: number;
}

/** One part of a stream. Entries that arrive meanwhile move none of the others. */
export interface StreamPart<T> {
  readonly data: readonly T[];
  readonly hasMore: boolean;
  /** Where the next part begins; null at the end. */
  readonly nextCursor: string | null;
}

/** `rows` are one more than were asked for, where there are so many: that one tells that there is more. */
export function toStreamPart<T>(
  rows: readonly T[],
  { limit }: StreamRequest,
  cursorOf: (row: T) => string,
): StreamPart<T> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { data, hasMore, nextCursor: hasMore ? cursorOf(last) : null };
}

/** JSON Schema of a part of a stream of `item`, for an operation's `responses`. */
export function streamSchema(item: JsonObject): JsonObject {
  return {
    ...pageTitle(item, 'Part'),
    type: 'object',
    required: ['data', 'hasMore', 'nextCursor'],
    additionalProperties: false,
    properties: {
      data: { type: 'array', items: item },
      hasMore: { type: 'boolean' },
      nextCursor: { type: ['string', 'null'] },
    },
  };
}
