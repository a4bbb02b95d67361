import { isJsonObject, type JsonObject } from '../../engine/json.ts';
import { nearest } from '../../engine/validate/did-you-mean.ts';
import { type LackingFields, lackingFields } from './lacking-fields.ts';

/** What the validator says, with the value and the schema that the rule stands in. */
interface Mistake {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string | undefined;
  readonly propertyName?: string | undefined;
  readonly parentSchema?: unknown;
  readonly data?: unknown;
}

/** What is wrong with one value of a request. The value itself is left out: it may be a secret. */
export interface SchemaFinding {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly message?: string | undefined;
  /** What a text of the right form is called: the `title` of its schema. */
  readonly title?: string | undefined;
  /** Which sort of value was there, as `typeof` has it, but for `null` and `array`. */
  readonly found?: string | undefined;
  /** The rule is about the names of the fields of what stands at `instancePath`. */
  readonly ofName?: boolean | undefined;
  /** What the schema names that the wrong word resembles. */
  readonly meant?: string | undefined;
  /** Of an object with too few fields, or of nothing where an object is due. */
  readonly lacking?: LackingFields | undefined;
}

export function toFinding(mistake: Mistake): SchemaFinding {
  const { keyword, instancePath, params, message, propertyName, data } = mistake;
  const schema = isJsonObject(mistake.parentSchema) ? mistake.parentSchema : {};
  const { title } = schema;
  return {
    keyword,
    instancePath,
    params,
    message,
    title: typeof title === 'string' && schema['type'] !== 'object' ? title : undefined,
    found: data === null ? 'null' : Array.isArray(data) ? 'array' : typeof data,
    ofName: propertyName !== undefined,
    meant: meantBy(mistake, schema),
    lacking: keyword === 'minProperties' || data === null ? lackingFields(schema, data) : undefined,
  };
}

function meantBy({ keyword, params, data }: Mistake, schema: JsonObject): string | undefined {
  if (keyword === 'additionalProperties') {
    const { properties } = schema;
    return nearest(String(params['additionalProperty']), isJsonObject(properties) ? Object.keys(properties) : []);
  }
  const values: unknown = keyword === 'enum' ? params['allowedValues'] : undefined;
  if (typeof data !== 'string' || !Array.isArray(values)) return undefined;
  return nearest(
    data,
    values.filter((value) => typeof value === 'string'),
  );
}
