import type { Plugin } from 'esbuild';
import type { Model, ModelSchema } from '../../src/engine/model/model.ts';
import { ruleInWords } from '../../src/engine/validate/wording.ts';
import { markedSchema } from './marked-schema.ts';

const generated = /[\\/]src[\\/]components[\\/]\w+[\\/]generated[\\/]models\.gen\.ts$/;

/** The text of a schema below which making it again costs no more than finding it. */
const worthSharing = 100;

/**
 * Leaves out of the models what only the reference and editors show, and makes schemas that several kinds have
 * alike once: models are most of what V8 makes and keeps at each start.
 */
export const modelsInBrief: Plugin = {
  name: 'models-in-brief',
  setup: (setup) => {
    setup.onLoad({ filter: generated }, async ({ path }) => {
      const { models }: { readonly models: readonly Model[] } = await import(path);
      return { contents: modelsModule(models), loader: 'js' };
    });
  },
};

/** A module that exports the same models, without examples and with what messages quote of the descriptions. */
export function modelsModule(models: readonly Model[]): string {
  const uses = new Map<string, number>();
  const briefs: unknown = JSON.parse(
    JSON.stringify(
      models.map((model) => ({ ...model, schema: markedSchema(model.schema), examples: [] })),
      quotedOnly,
    ),
    (_, value: unknown) => {
      const text = JSON.stringify(value);
      uses.set(text, (uses.get(text) ?? 0) + 1);
      return value;
    },
  );
  const names = new Map<string, string>();
  const declarations: string[] = [];
  const write = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
    const text = JSON.stringify(value);
    const known = names.get(text);
    if (known !== undefined) return known;
    const members = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}:${write(member)}`);
    const object = `{${members.join(',')}}`;
    // What a reference leads to may be another schema in another model.
    if (uses.get(text) === 1 || text.length < worthSharing || text.includes('"$ref"')) return object;
    const name = `shared${names.size}`;
    names.set(text, name);
    declarations.push(`const ${name} = ${object};`);
    return name;
  };
  const list = write(briefs);
  return [...declarations, `export const models = ${list};`].join('\n');
}

/** Leaves of the descriptions the sentences that messages quote, which are few: see `ruleInWords`. */
function quotedOnly(this: ModelSchema, key: string, value: unknown): unknown {
  if (key !== 'description' || typeof value !== 'string') return value;
  const { description: _, ...others } = this;
  return ruleInWords(this) === ruleInWords(others) ? undefined : (/^.*?[.;](?=\s|$)/s.exec(value)?.[0] ?? value);
}
