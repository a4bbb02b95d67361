import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { parseEvents } from 'js-yaml';
import { expect, test } from 'vitest';
import { fewerSteps } from '../../scripts/build/fewer-steps.ts';

const source = await readFile(fileURLToPath(import.meta.resolve('js-yaml')), 'utf8');
const lighter: { readonly parseEvents: typeof parseEvents } = await import(
  `data:text/javascript,${encodeURIComponent(fewerSteps(source))}`
);

const texts = {
  values: 'a: 1\nb: [two, "three", \'four\']\nc: {d: e, f}\ng:\n  - h\n  -\n  - i: j\n    k: |\n      l\n     m: n',
  'tags and anchors':
    'a: &x !!str b\nc: *x\n!!map &y d: e\n? &z [f]\n: !t\n&k g: !!seq\n- h\n- &l !!str\n...\n--- !!str i\n',
  'plain values':
    'a: b c  d\ne.f: g:h i# j #k\n- l\n_m/n: (o) ["\'p]\n"q": r, s\nt: [u v, w: x, y?z, -1, +2, é ü]\n1: ~\n2:3: <<\n',
  'plain values of several lines': 'a: b\n  c\n\n  d\ne:\n  - f\n   g\n  -   h i\n    #j\n  # k\n\n    \nl: m\n\tn\n',
  'plain values on lines that end otherwise': 'a: b\r\nc:\r\n  d e\r\n f: g\r',
  'plain values at the ends of documents': 'a b\n--- c\n...\n---\nd\n e\n--- [f\n ,g\n]\n...\nh: i\n---j: k\n',
  'tabs after plain values': 'a: b\t\nc:\td\t#e\nf: g\n\t\nh: i\n  \tj\n',
  'explicit keys': '? a\n: b\n? c\n? d : e\n: f\ng: h\n',
  'a tag twice': 'a: !!str !!str b\n',
  'an anchor twice': 'a: &b &c d\n',
  'an alias with a tag': 'a: &b c\nd: !!str *b\n',
  'in a value, what cannot be printed': 'a: b\nc: d\u0007e\n',
  'in quotes, what cannot be printed': 'a: "b\u0007"\n',
  'in a comment, what cannot be printed': 'a: b # \u0007\nc: d\n',
  'half a character': 'a: \ud83d\n',
  'a whole character of two halves': 'a: \ud83d\ude00b\n',
};

test.for(Object.entries(texts))('js-yaml reads the same with fewer steps: %s', ([, text]) => {
  expect(outcome(() => lighter.parseEvents(text, {}))).toEqual(outcome(() => parseEvents(text, {})));
});

const pieces = [
  'a',
  'b c',
  'a: ',
  'a: b\n',
  'a:\n',
  '- ',
  '- - ',
  '? ',
  ': ',
  '-',
  ':',
  '[',
  ']',
  '{',
  '}',
  ', ',
  '&a ',
  '*a',
  '!!str ',
  '|\n',
  '>-\n',
  "'",
  '"',
  '#',
  ' # a',
  '\n',
  '\n ',
  '\n  ',
  '\n    ',
  '\r\n',
  '\r',
  '\t',
  ' ',
  '---',
  '--- ',
  '...',
  '%',
  'é',
  '\ufeff',
];

test('js-yaml reads the same with fewer steps: whatever is put together', () => {
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (yaml) => {
      expect(outcome(() => lighter.parseEvents(yaml, {}))).toEqual(outcome(() => parseEvents(yaml, {})));
    }),
    { numRuns: 1_000 },
  );
});

test('js-yaml reads the same with fewer steps: a plain value as long as a file may be', () => {
  const yaml = `value: ${'aB3/ '.repeat(2_000_000)}end\n`;
  expect(lighter.parseEvents(yaml, {})).toEqual(parseEvents(yaml, {}));
});

test('another form of js-yaml fails the build', () => {
  expect(() => fewerSteps(source.replace('function snapshotState', 'function keepState'))).toThrow(
    'js-yaml has not exactly once: function snapshotState',
  );
});

function outcome(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return String(error);
  }
}
