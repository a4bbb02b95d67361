import type { ModelSchema } from '../model/model.ts';

const rules = 1;
const money = 2;

/** Tells which parts of a model have anything to check, so that a walk along a document leaves out all others. */
export class SchemaMarks {
  readonly #root: ModelSchema;
  /** Where the root says what it has, each part says so, but for those that have nothing. */
  readonly #areGiven: boolean;
  readonly #marks = new Map<ModelSchema, number>();
  #ofDefinitions: number | undefined;

  constructor(root: ModelSchema) {
    this.#root = root;
    this.#areGiven = root['x-marks'] !== undefined;
  }

  /** A keyword of ours that is checked stands in the schema or somewhere below. */
  hasRules(schema: ModelSchema): boolean {
    return (this.of(schema) & rules) !== 0;
  }

  /** An amount of money stands in the schema or somewhere below. */
  hasMoney(schema: ModelSchema): boolean {
    return (this.of(schema) & money) !== 0;
  }

  /** All of it as one number, which `x-marks` may give. */
  of(schema: ModelSchema): number {
    const known = schema['x-marks'] ?? (this.#areGiven ? 0 : this.#marks.get(schema));
    if (known !== undefined) return known;
    let marks = 0;
    for (const keyword in schema) {
      switch (keyword) {
        case 'x-reference':
        case 'x-local-reference':
        case 'x-list-key':
        case 'x-set':
        case 'x-sensitive':
          marks |= rules;
          break;
        case 'x-money':
          marks |= money;
          break;
        case 'properties':
        case 'patternProperties':
          marks |= this.#ofAll(schema[keyword] ?? {});
          break;
        case 'additionalProperties':
        case 'propertyNames':
        case 'items':
          if (typeof schema[keyword] === 'object') marks |= this.of(schema[keyword]);
          break;
        case 'anyOf':
          for (const branch of schema.anyOf ?? []) marks |= this.of(branch);
          break;
        case '$ref':
          marks |= this.#definitions();
          break;
      }
    }
    this.#marks.set(schema, marks);
    return marks;
  }

  #ofAll(schemas: { readonly [name: string]: ModelSchema }): number {
    let marks = 0;
    for (const name in schemas) marks |= this.of(schemas[name] ?? {});
    return marks;
  }

  /** Definitions contain each other, so what one of them has counts for all: a part too many is only visited in vain. */
  #definitions(): number {
    if (this.#ofDefinitions === undefined) {
      this.#ofDefinitions = new SchemaMarks({}).#ofAll(this.#root.$defs ?? {});
    }
    return this.#ofDefinitions;
  }
}
