import type { Configuration } from '../../engine/configuration.ts';
import type { JsonObject } from '../../engine/json.ts';
import { didYouMean } from '../../engine/validate/did-you-mean.ts';
import { usageError } from '../command-errors.ts';

/**
 * An AlertRule as the files have it for one environment.
 *
 * @throws ValidationError `cli/usage` when there is none of that key
 */
export function ruleToTry(configuration: Configuration, environment: string, key: string): JsonObject {
  const rules = configuration.desiredState(environment).resources.filter(({ kind }) => kind === 'AlertRule');
  const found = rules.find((rule) => rule.key === key);
  if (found !== undefined) return found.body;
  const keys = rules.map((rule) => rule.key);
  const hint = keys.length === 0 ? 'The files have no alert rules.' : `They have ${keys.join(', ')}.`;
  throw usageError(`The files have no alert rule ${key}.`, didYouMean(key, keys) ?? hint);
}
