import { documented } from '../../sdk/typescript/layout/doc-comment.ts';
import type { Layout } from '../../sdk/typescript/layout/layout.ts';
import type { Notes } from '../configuration-types.ts';

/** The notes as a comment in front of what they are about. */
export function noted({ deprecated, text }: Notes, depth: number, content: Layout): Layout {
  return documented(
    [commentText(text), deprecated === undefined ? undefined : `@deprecated ${commentText(deprecated)}`],
    depth,
    content,
  );
}

/** Text in which nothing is taken for a tag such as `@deprecated`, nor for an order to the compiler. */
export function commentText(text: string): string {
  return text.replaceAll(/(?<![\p{L}\p{N}])@/gu, '&#64;');
}
