import type { JsonObject } from '../json.ts';
import { guardrailLimits } from '../load/project-schema.ts';
import { limitedFigure } from './figures.ts';
import type { AllowedFigures } from './guardrails.ts';

const figures = [...guardrailLimits.keys()].map(limitedFigure);

const description =
  'Figures that may be over their limit, each exactly as the changeset shows it: any other number lets nothing through.';

/** {@link AllowedFigures} in a body. */
export const allowSchema: JsonObject = {
  type: 'object',
  description,
  propertyNames: { enum: figures },
  additionalProperties: { type: 'integer', minimum: 1 },
};

const one = `(?:${figures.join('|')})=[1-9][0-9]{0,8}`;

/** The same where a request has no body. */
export const allowTextSchema: JsonObject = {
  type: 'string',
  title: 'figures such as contextsFlipped=14, with commas between them',
  maxLength: 2000,
  pattern: `^${one}(?:,${one})*$`,
  description: `${description} Several have commas between them: \`contextsFlipped=14,deletes=1\`.`,
};

/** Of a text that {@link allowTextSchema} takes. A figure that is named twice holds as it is named last. */
export function readAllowed(text: string): AllowedFigures {
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [figure = '', amount] = pair.split('=', 2);
      return [figure, Number(amount)];
    }),
  );
}
