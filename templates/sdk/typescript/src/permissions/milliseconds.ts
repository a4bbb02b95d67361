import { ConfigurationError } from '../core/errors.ts';

/** @throws ConfigurationError where it is none, or not above 0 */
export function milliseconds(name: string, value: number): number {
  if (value > 0) return value;
  throw new ConfigurationError(`${name} must be more than 0 milliseconds`);
}
