import { beginsWithLine } from '../begins-with-line.ts';

/** The line that every document of `dream generate openapi` begins with, by which it is known wherever it stands. */
export const openApiHead = '# Written by dream generate openapi; do not edit.';

/** Whether a YAML file is such a document, which describes the API and is no configuration. */
export function isWrittenOpenApi(text: string): boolean {
  return beginsWithLine(text, openApiHead);
}
