import { Call } from './call.ts';
import type { RawAnswer } from './raw-answer.ts';
import { requireWhole } from './settings.ts';

/** A page of a list whose pages have numbers. */
export interface OffsetPage<Item> {
  readonly data: readonly Item[];
  readonly pagination?: { readonly hasNext?: boolean } | null | undefined;
}

/** A part of a list; each says where the next begins. */
export interface CursorPart<Item> {
  readonly data: readonly Item[];
  readonly hasMore?: boolean | undefined;
  readonly nextCursor?: string | null | undefined;
}

/** Where the pages of a list come from. */
export interface PageSource<Page> {
  readonly first: () => Promise<RawAnswer<Page>>;
  /** All pages from the first, each asked for when it is wanted. */
  readonly all: () => AsyncGenerator<Page, void, undefined>;
}

/**
 * A list. Awaited, it is its first page; iterated over, it is every item, further pages being asked for as they are
 * needed. Each iteration begins anew. One that is neither awaited nor iterated over sends nothing.
 */
export class Paged<Page extends { readonly data: readonly Item[] }, Item>
  extends Call<Page>
  implements AsyncIterable<Item>
{
  readonly #source: PageSource<Page>;

  constructor(source: PageSource<Page>) {
    super(source.first);
    this.#source = source;
  }

  override get [Symbol.toStringTag](): string {
    return 'Paged';
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.#source.all()) yield* page.data;
  }

  /** Page by page. */
  pages(): AsyncIterable<Page> {
    return { [Symbol.asyncIterator]: () => this.#source.all() };
  }

  /** All items, but `max` of them at most: a list may be longer than memory. */
  async toArray({ max }: { readonly max: number }): Promise<Item[]> {
    const items: Item[] = [];
    if (requireWhole(max, 'max') === 0) return items;
    for await (const item of this) {
      items.push(item);
      if (items.length === max) break;
    }
    return items;
  }
}
