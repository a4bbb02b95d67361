import { Chalk } from 'chalk';
import type { Style } from './style.ts';

/** For terminals. `level` is the number of colours: 1 is 16, 2 is 256, 3 is 16 million. */
export function colourStyle(level: 1 | 2 | 3): Style {
  const chalk = new Chalk({ level });
  // One argument each: chalk would join further ones, such as the index that `map` passes.
  return {
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    bad: (text) => chalk.red(text),
    notice: (text) => chalk.yellow(text),
    accent: (text) => chalk.cyan(text),
  };
}
