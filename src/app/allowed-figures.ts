import { limitedFigure } from '../engine/changeset/figures.ts';
import type { AllowedFigures } from '../engine/changeset/guardrails.ts';
import { guardrailLimits } from '../engine/load/project-schema.ts';
import { unknownError, usageError } from './command-errors.ts';

const figures = [...guardrailLimits.keys()].map(limitedFigure);

/**
 * Reads `membersLosingPermission=14`: the figure that may be over its limit, and exactly how far.
 *
 * @throws PlatformError when the figure is not one that a guardrail can limit, or no number follows.
 */
export function allowedFigures(texts: readonly string[]): AllowedFigures {
  return Object.fromEntries(
    texts.map((text) => {
      const [figure = '', amount = ''] = text.split('=', 2);
      if (!figures.includes(figure))
        throw unknownError(`${figure} is not a figure that can be allowed.`, figure, figures);
      if (/^0+$/u.test(amount))
        throw usageError(
          `${text} allows nothing.`,
          `A figure of 0 breaks no limit: leave it out. One that does is written as the plan shows it: ${figure}=14.`,
        );
      if (!/^[1-9]\d{0,8}$/u.test(amount))
        throw usageError(`${text} does not say how many.`, `Write the figure as the plan shows it: ${figure}=14.`);
      return [figure, Number(amount)];
    }),
  );
}
