import { objectsIn } from '../read.ts';
import type { ValueCheck } from '../values/value-check.ts';
import { readInstructions } from './instructions.ts';
import { Machine } from './machine.ts';

/** Any one of the patterns is enough. */
export function compileMatches(source: object): ValueCheck {
  const machines = objectsIn(source, 'programs').map((program) => new Machine(readInstructions(program)));
  return (value) => {
    if (typeof value !== 'string') return false;
    for (const machine of machines) if (machine.matches(value)) return true;
    return false;
  };
}
