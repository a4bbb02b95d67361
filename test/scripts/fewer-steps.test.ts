import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
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
