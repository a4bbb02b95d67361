import { own, textsIn } from '../read.ts';
import { lowerCase } from './lower-case.ts';
import type { ValueCheck } from './value-check.ts';

type Comparison = 'contains' | 'startsWith' | 'endsWith';

const comparisons: Readonly<Record<Comparison, (value: string, text: string) => boolean>> = {
  contains: (value, text) => value.includes(text),
  startsWith: (value, text) => value.startsWith(text),
  endsWith: (value, text) => value.endsWith(text),
};

/** Any one of the texts is enough. */
export function compileText(is: Comparison, source: object): ValueCheck {
  const holds = comparisons[is];
  const texts = textsIn(source, 'texts');
  const [first] = texts;
  if (own(source, 'ignoreCase') === true) {
    return (value) => {
      if (typeof value !== 'string') return false;
      const lower = lowerCase(value);
      return texts.some((text) => holds(lower, text));
    };
  }
  if (texts.length === 1 && first !== undefined) return (value) => typeof value === 'string' && holds(value, first);
  return (value) => {
    if (typeof value !== 'string') return false;
    for (const text of texts) if (holds(value, text)) return true;
    return false;
  };
}
