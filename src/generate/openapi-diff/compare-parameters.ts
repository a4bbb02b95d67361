import type { Json, JsonObject } from '../../engine/json.ts';
import { listOf, textOf } from '../../engine/json-fields.ts';
import type { Finding } from './difference.ts';
import { wordsOf } from './forms.ts';
import { resolve } from './resolve.ts';
import type { SchemaComparison } from './schema-comparison.ts';

/** A parameter as it stands in its document. */
interface Parameter {
  readonly name: string;
  readonly isRequired: boolean;
  readonly schema: Json;
  /** How its value is written: `form`, and `form, exploded` where each of a list is a parameter again. */
  readonly style: string;
}

export interface Operations {
  readonly before: { readonly document: JsonObject; readonly operation: JsonObject };
  readonly after: { readonly document: JsonObject; readonly operation: JsonObject };
  readonly place: string;
  readonly schemas: SchemaComparison;
}

/** Parameters by where they stand and their name; those of the path by their order, for their names are not sent. */
export function compareParameters({ after, before, place, schemas }: Operations): readonly Finding[] {
  const [was, is] = [parametersOf(before), parametersOf(after)];
  const findings: Finding[] = [];
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(key), is.get(key)];
    const here = { place: `${place} ${now?.name ?? old?.name ?? key}`, direction: 'sent' } as const;
    if (old !== undefined && now !== undefined) {
      if (old.isRequired !== now.isRequired) {
        const code = now.isRequired ? 'parameter-required' : 'parameter-optional';
        const words = (required: boolean): string => (required ? 'required' : 'optional');
        findings.push({ ...here, code, was: words(old.isRequired), is: words(now.isRequired) });
      }
      if (old.style !== now.style) findings.push({ ...here, code: 'parameter-changed', was: old.style, is: now.style });
      findings.push(...schemas.compare(old.schema, now.schema, here));
    } else if (old !== undefined) {
      findings.push({ ...here, code: 'parameter-removed', was: wordsOf(before.document, old.schema), is: null });
    } else if (now !== undefined) {
      const code = now.isRequired ? 'parameter-required' : 'parameter-added';
      findings.push({ ...here, code, was: null, is: wordsOf(after.document, now.schema) });
    }
  }
  return findings;
}

/** Each by a key of its own. */
export function parametersOf({ document, operation }: Operations['before']): ReadonlyMap<string, Parameter> {
  const found = new Map<string, Parameter>();
  let inPath = 0;
  for (const one of listOf(operation['parameters'])) {
    const { value } = resolve(document, one);
    const [name = '', place = ''] = [textOf(value['name']), textOf(value['in'])];
    const key = place === 'path' ? `path ${(inPath += 1)}` : `${place} ${name}`;
    const isRequired = value['required'] === true;
    found.set(key, { name, isRequired, schema: value['schema'] ?? {}, style: styleOf(value, place) });
  }
  return found;
}

/** With what OpenAPI means where nothing is said. */
function styleOf(parameter: JsonObject, place: string): string {
  const style = textOf(parameter['style']) ?? (place === 'path' || place === 'header' ? 'simple' : 'form');
  const { explode = style === 'form' } = parameter;
  return explode === true ? `${style}, exploded` : style;
}
