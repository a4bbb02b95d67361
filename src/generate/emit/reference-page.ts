import type { Model, ModelSchema } from '../../engine/model/model.ts';
import type { Envelope, ModelFile } from '../authored-model.ts';
import { fileNameOf } from '../file-name.ts';
import { fieldRows, type FieldRow } from './field-rows.ts';
import { markdownHeader } from './header.ts';
import { code, typeText } from './type-text.ts';

/** The reference page of one kind. Examples stand as their author wrote them, comments and all. */
export function emitReferencePage({ file, model: authored }: ModelFile, model: Model, envelope: Envelope): string {
  const own = ownFields(authored.schema, envelope);
  const examples = model.examples.map(
    (_, index) => `\`\`\`yaml\n${file.yaml.sourceOf(`/examples/${index}`)}\n\`\`\`\n`,
  );
  const definitions = Object.entries(model.schema.$defs ?? {}).map(([name, schema]) => definitionSection(name, schema));
  return [
    markdownHeader(`models/${file.path}`),
    `# ${model.kind}\n`,
    `${model.summary}\n`,
    ...(model.description === undefined ? [] : [`${model.description.trim()}\n`]),
    '## Examples\n',
    ...examples,
    '## Fields\n',
    `Besides \`kind\`, \`key\` and the other [fields that every kind has](README.md#fields-that-every-kind-has):\n`,
    fieldTable(fieldRows(pick(model.schema, own))),
    ...definitions,
  ].join('\n');
}

/** The list of all kinds, and the fields they share. */
export function emitReferenceIndex(models: readonly Model[], envelope: Envelope): string {
  const components = [...Map.groupBy(models, (model) => model.component)].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = components.flatMap(([component, own]) =>
    own.map((model) => `| [${model.kind}](${fileNameOf(model.kind, 'md')}) | ${component} | ${cell(model.summary)} |`),
  );
  return [
    markdownHeader('models/'),
    '# Kinds\n',
    'What a project can describe. Every document names its kind; any number of documents stand in a file, separated by `---`.\n',
    `| Kind | Component | What it is |\n| --- | --- | --- |\n${rows.join('\n')}\n`,
    '## Fields that every kind has\n',
    fieldTable(fieldRows(envelope.schema)),
  ].join('\n');
}

function definitionSection(name: string, schema: ModelSchema): string {
  const rows = fieldRows(schema);
  const table = rows.length === 0 ? `Takes: ${typeText({ ...schema })}.\n` : fieldTable(rows);
  const description = schema.description === undefined ? '' : `\n${schema.description.trim()}\n`;
  return `### ${name}\n${description}\n${table}`;
}

function fieldTable(rows: readonly FieldRow[]): string {
  if (rows.length === 0) return 'No others.\n';
  const lines = rows.map(({ path, required, schema, description }) => {
    const fallback = schema['x-default'];
    const byDefault = required ? '**required**' : fallback === undefined ? '' : code(fallback);
    return `| \`${path}\` | ${cell(typeText(schema))} | ${cell(byDefault)} | ${cell([description, ...notes(schema)].join(' '))} |`;
  });
  return `| Field | Type | Default | Description |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
}

function notes(schema: ModelSchema): readonly string[] {
  return [
    ...(schema['x-immutable'] === true ? ['Cannot change once applied.'] : []),
    ...(schema['x-list-key'] === undefined ? [] : [`Items are told apart by \`${schema['x-list-key']}\`.`]),
  ];
}

/** Fields the model itself declares, and envelope fields it asks for. */
function ownFields(authored: ModelSchema, envelope: Envelope): ReadonlySet<string> {
  const always = new Set(envelope.schema.required);
  const demanded = (authored.required ?? []).filter((name) => !always.has(name));
  return new Set([...Object.keys(authored.properties ?? {}), ...demanded]);
}

function pick(schema: ModelSchema, names: ReadonlySet<string>): ModelSchema {
  const properties = Object.entries(schema.properties ?? {}).filter(([name]) => names.has(name));
  return { ...schema, properties: Object.fromEntries(properties) };
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}
