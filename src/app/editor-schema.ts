import { components } from '../components/index.ts';
import type { JsonObject } from '../engine/json.ts';
import { editorSchema } from '../generate/editor-schema.ts';

/** The JSON Schema of every kind there is, for editors. */
export function projectEditorSchema(): JsonObject {
  return editorSchema(components.flatMap(({ models }) => models));
}
