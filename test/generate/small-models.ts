import { readFileSync } from 'node:fs';
import { generate, type ModelProblem, type SourceText } from '../../src/generate/index.ts';

/** A models folder of one kind, as small as the generator allows, under the project's own meta-schema. */
export function smallModels(changes: { readonly [path: string]: string } = {}): readonly SourceText[] {
  const files: { readonly [path: string]: string } = {
    'meta-schema.yaml': readFileSync('models/meta-schema.yaml', 'utf8'),
    'envelope.yaml': envelope,
    'definitions.yaml': definitions,
    'crm/deal.yaml': deal,
    ...changes,
  };
  return Object.entries(files).map(([path, text]) => ({ path, text }));
}

/** What the generator says about a model of kind Deal whose schema has these lines, each as `place: message`. */
export async function problemsOf(schema: string, more: { readonly [path: string]: string } = {}): Promise<string[]> {
  const indented = schema.trimEnd().replaceAll(/^/gm, '  ');
  const text = `kind: Deal\nplural: deals\nsummary: A sale in the making.\nschema:\n${indented}\nexamples:\n  - { kind: Deal, key: first }\n`;
  const { problems } = await generate(smallModels({ 'crm/deal.yaml': text, ...more }));
  return problems.map(placed);
}

export function placed({ path, line, column, message }: ModelProblem): string {
  return `${path}:${line}:${column} ${message}`;
}

const envelope = `
type: object
required: [kind, key]
properties:
  kind: { type: string, description: The kind. }
  key: { type: string, description: The name. }
  environments:
    description: What differs.
    type: object
    additionalProperties: { type: object, additionalProperties: true }
`;

const definitions = `
duration:
  description: A length of time, such as \`10m\`.
  type: string
  pattern: '^[0-9]+m$'
condition:
  description: What must hold.
  type: object
  properties:
    stage: { type: string, description: The stage. }
    all:
      description: All of these.
      type: array
      items: { $ref: '#/$defs/condition' }
`;

const deal = `
kind: Deal
plural: deals
summary: A sale in the making.
columns: [amount]
schema:
  type: object
  required: [amount]
  properties:
    amount: { type: number, description: What it is worth., minimum: 0 }
    follows: { type: string, description: The deal before., x-reference: Deal }
    patience:
      description: How long to wait.
      $ref: '#/$defs/duration'
      x-default: 30m
    when: { $ref: '#/$defs/condition' }
    stages:
      description: The way to the end.
      type: array
      items:
        type: object
        required: [key]
        properties:
          key: { type: string, description: The name of the stage. }
      x-list-key: key
examples:
  - kind: Deal
    key: first
    amount: 12.50 # in euros
    when: { all: [{ stage: won }] }
`;
