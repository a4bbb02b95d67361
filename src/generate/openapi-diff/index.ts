/**
 * What is otherwise between two OpenAPI documents of ours, and whether it breaks what was built on the earlier one.
 * Must not know: files, the operation table, or how differences are shown.
 */
export { compareOpenApi } from './compare-openapi.ts';
export { type ApiDifference, sorts } from './difference.ts';
