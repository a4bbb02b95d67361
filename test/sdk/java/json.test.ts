import { execa } from 'execa';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { javaParameters } from './compiled-java.ts';
import { hasJdk, jdkNeeds } from './jdk.ts';
import { notTried } from '../../support/not-tried.ts';

/** What JSON is, and what is nearly JSON, for each rule of its grammar. */
const vectors = [
  [
    '',
    ' ',
    'null',
    ' true\n',
    'false',
    'nul',
    'nullx',
    'TRUE',
    'undefined',
    'NaN',
    'Infinity',
    "'a'",
    '"a',
    'a"',
    '"\\"',
  ],
  [
    '0',
    '-0',
    '-0.0',
    '0e5',
    '-0e-5',
    '00',
    '01',
    '-',
    '--1',
    '+1',
    '1.',
    '.5',
    '1e',
    '1e+',
    '1E-07',
    '1.5e3',
    '0x10',
    '1_0',
  ],
  [
    '9007199254740993',
    '9223372036854775807',
    '9223372036854775808',
    '-9223372036854775809',
    '1e308',
    '5e-324',
    '1e-400',
  ],
  [
    '[]',
    '[ ]',
    '[1,]',
    '[,1]',
    '[1 2]',
    '[1,,2]',
    '[',
    ']',
    '[[]',
    '{}',
    '{ }',
    '{"a"}',
    '{"a":}',
    '{"a":1,}',
    '{a:1}',
  ],
  ['{"a":1,"a":2}', '{"a":1 "b":2}', '{"":0}', '{"__proto__":1}', '[1]]', '{}{}', '1 2', '/**/1', '1//', '[1]\u0000'],
  [
    '"\\u00e9"',
    '"\\ud83e\\udd84"',
    '"\\ud800"',
    '"\ud800"',
    '"\\uD8"',
    '"\\u00g0"',
    '"\\u٠٠٠٠"',
    '"\\x41"',
    '"\\a"',
    '"\\/"',
  ],
  ['"\t"', '"\n"', '"\u0000"', '"\\u0000"', '"\u007f\u2028"', '\ufeff1', '\u00a01', '\u2003[]', '\v1', '\r\n1', '٣'],
  ['['.repeat(1000) + ']'.repeat(1000)],
].flat();

/** Texts with one place changed: most of them are no JSON, by very little. */
const damaged = fc
  .tuple(
    fc.json({ maxDepth: 3 }),
    fc.nat(),
    fc.constantFrom('', '"', '\\', ',', ':', '[', '}', '0', '-', 'e', '\n', '\ud800'),
  )
  .map(([text, at, sign]) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + sign + text.slice(place + 1);
  });

async function javaReads(texts: readonly string[]): Promise<readonly string[]> {
  const input = texts.map((text) => Buffer.from(text, 'utf16le').toString('base64')).join('\n');
  const { stdout } = await execa('java', await javaParameters('JsonLines'), { input });
  return stdout.split('\n').map((line) => (line === '-' ? line : Buffer.from(line, 'base64').toString('utf8')));
}

/** Whether it is JSON, and what it stands for. */
function read(text: string): readonly [boolean, unknown] {
  try {
    return [true, JSON.parse(text)];
  } catch {
    return [false, undefined];
  }
}

if (hasJdk()) {
  test('the SDK for Java reads as JSON what JSON.parse does, and writes what means the same', async () => {
    const texts = [
      ...vectors,
      ...fc.sample(fc.json({ maxDepth: 4 }), 400),
      ...fc.sample(fc.json({ stringUnit: 'binary' }), 200),
      ...fc.sample(damaged, 600),
    ];
    const answers = await javaReads(texts);
    expect(answers.map((answer) => read(answer))).toEqual(texts.map((text) => read(text)));
    expect(texts.filter((text) => !read(text)[0]).length).toBeGreaterThan(100);
  });

  test('numbers stay as they were written, and what is nested too deep is refused', async () => {
    const numbers = ['9007199254740993', '-9223372036854775809', '1.50', '0.1000000000000000055', '1E+99999999999'];
    const kept = [...numbers, '-1.0E-99999999999', '1'.repeat(100_000), `0.${'1'.repeat(100_000)}`];
    const refused = ['['.repeat(1001) + ']'.repeat(1001), '['.repeat(100_000), '{"":'.repeat(100_000)];
    expect(await javaReads([...kept, ...refused])).toEqual([...kept, ...refused.map(() => '-')]);
  });
} else {
  notTried('the JSON of the SDK for Java is not tried', jdkNeeds);
}
