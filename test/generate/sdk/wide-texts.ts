import { api, field, named, operation, resource, type } from './typescript/awkward-api.ts';

/** Texts that are wider than they are long, of every width around the end of a line. */
const wide = ['漢', '한', '😀'].flatMap((script) =>
  Array.from({ length: 60 }, (_, index) => `${script.repeat(20 + Math.floor(index / 2))}${'a'.repeat(index % 2)}`),
);
const fields = wide.map((text, index) => ({
  ...field(`field${index}`, { kind: 'choice', values: [text, `${text}!`] }),
  description: `${text} ${text}.`,
}));

/** An API that answers such texts. */
export const wideTexts = api(
  [resource(['texts'], [operation('texts.get', { result: { form: 'value', type: named('Texts') } })])],
  [type('Texts', fields)],
);
