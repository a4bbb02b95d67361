import type { Operation } from '../operation.ts';
import { type AboutApi, openApiDocument } from './openapi.ts';

/** The document as JSON, made when first asked for: most servers never are. */
export function servedDocument(operations: readonly Operation[], version: string, about?: AboutApi): () => string {
  let text: string | undefined;
  return () => (text ??= JSON.stringify(openApiDocument(operations, version, about)));
}
