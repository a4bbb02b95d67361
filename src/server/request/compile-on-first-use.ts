import { AjvCompiler } from '@fastify/ajv-compiler';
import type { FastifyInstance } from 'fastify';
import { reportedDateTime } from '../date-time.ts';
import { toFinding } from './schema-finding.ts';

type Validator = ReturnType<typeof compile>;

/** Of Fastify itself; a request is taken as it is, but for what the schema says is meant by what it leaves out. */
const compile = AjvCompiler()(
  {},
  {
    customOptions: {
      coerceTypes: false,
      removeAdditional: false,
      useDefaults: true,
      allErrors: false,
      allowUnionTypes: true,
      verbose: true,
    },
    onCreate: (ajv) => {
      const standard = ajv.formats['date-time'];
      if (standard === undefined) throw new RangeError('the validator knows no date-time');
      ajv.addFormat(reportedDateTime, standard);
      let isStandard: ((text: string) => boolean) | undefined;
      ajv.addFormat('date-time', (text: string) => {
        isStandard ??= ajv.compile<string>({ type: 'string', format: reportedDateTime });
        return isStandard(text) && !Number.isNaN(Date.parse(text));
      });
    },
  },
);

/** By their schema's text. There are no more than the operations have, since no request brings a schema along. */
const compiled = new Map<string, Validator>();

/**
 * Lets a server compile the schema of an operation when the first request needs it, once for all servers of the
 * process. Fastify would compile them all before it is ready, and a command with the server inside asks for two or
 * three. A schema that cannot be compiled shows at that first request only.
 */
export function compileOnFirstUse(app: FastifyInstance): void {
  app.setValidatorCompiler(({ schema }) => {
    let validator: Validator | undefined;
    const validate = (value: unknown): boolean => {
      validator ??= validatorOf(schema);
      const passed = validator(value) === true;
      Object.assign(validate, { errors: validator.errors?.map(toFinding) ?? null });
      return passed;
    };
    return validate;
  });
}

function validatorOf(schema: unknown): Validator {
  const text = JSON.stringify(schema);
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const validator = compile({ schema });
  compiled.set(text, validator);
  return validator;
}
