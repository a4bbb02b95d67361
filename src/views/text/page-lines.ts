import type { Style } from '../style.ts';
import { count, grouped } from './count.ts';

/** What a page says of the whole list. */
export interface Totals {
  readonly page: number;
  readonly totalItems: number;
  readonly totalPages: number;
}

/** Below a page that is not everything: which one it is, and how to see the others. In place of one that is none, how many there are. */
export function pageLines({ page, totalItems, totalPages }: Totals, noun: string, style: Style): readonly string[] {
  if (totalPages <= 1 && page === 1) return [];
  if (page > totalPages) {
    return [`There is no page ${grouped(page)}: ${count(totalItems, noun)} on ${count(totalPages, 'page')}.`];
  }
  return [
    '',
    style.faint(`${count(totalItems, noun)}, page ${grouped(page)} of ${grouped(totalPages)}: --page, --page-size`),
  ];
}
