/**
 * The generator: from the models folder to everything that follows from it.
 *
 * For: reading and checking models, and giving back models, validators, types and reference pages as texts. It is
 * pure; scripts/generate.ts reads and writes the files.
 * Must not know: components by name, the database, HTTP, or where the files end up on disk.
 *
 * `editor-schema.ts` is a door of its own: it is used at run time and must load without ajv and esbuild.
 */
export { generate, type GeneratedFile } from './generate.ts';
export { formatProblem, type ModelProblem } from './problem.ts';
export type { SourceText } from './read-sources.ts';
