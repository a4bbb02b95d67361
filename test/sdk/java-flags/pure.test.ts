// What the SDK for Java works out of its arguments alone is what the evaluator and the client of TypeScript make of them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedFlags } from '../../../src/components/features/client/changed-flags.ts';
import { EventReader } from '../../../src/components/features/client/updates/event-reader.ts';
import { readRetryAfter } from '../../../src/components/features/client/updates/retry-after.ts';
import { waitAfter } from '../../../src/components/features/client/updates/waiting.ts';
import { unitOf } from '../../../src/components/features/evaluation/attribute.ts';
import { attributeText, readAttribute } from '../../../src/components/features/evaluation/attribute-path.ts';
import { namedKinds } from '../../../src/components/features/evaluation/context/named-kinds.ts';
import { readContext } from '../../../src/components/features/evaluation/context/read-context.ts';
import { momentOf } from '../../../src/components/features/evaluation/values/dates.ts';
import { Random } from '../../conformance/flags/random/random.ts';
import { randomRuleset } from '../../conformance/flags/random/random-ruleset.ts';
import { hasJdk, jdkNeeds } from '../java/jdk.ts';
import { conditions, typescriptCondition } from './conditions.ts';
import { startJavaFlags } from './java-flags.ts';
import { notTried } from '../../support/not-tried.ts';

const seed = Number(process.env['DREAM_SEED'] ?? 1);

/** Compared as JSON: what is not there and what is `undefined` are the same. */
async function expectSame<T>(name: string, inputs: readonly T[], ours: (input: T) => unknown): Promise<void> {
  const java = await startJavaFlags();
  const theirs = (await java.result('pure', { name, inputs })) as readonly unknown[];
  const wanted = inputs.map((input) => JSON.parse(JSON.stringify(ours(input) ?? null)));
  const pairs = inputs.map((input, place) => ({ input, java: theirs[place], typescript: wanted[place] }));
  expect(pairs.length).toBeGreaterThan(50);
  for (const pair of pairs) expect({ ...pair, java: pair.typescript }).toEqual(pair);
}

function some<T>(arbitrary: fc.Arbitrary<T>, count: number): readonly T[] {
  return fc.sample(arbitrary, { numRuns: count, seed });
}

if (hasJdk()) {
  test('SD-06 conditions of Java are those of files, and are refused in the same words', async () => {
    await expectSame('condition', conditions, typescriptCondition);
  });

  test('SD-05 Java reads contexts in all of their forms as a server does', async () => {
    const value = fc.oneof(fc.constantFrom('ada', '', 7, 1.5, true, null), fc.constant(['a']));
    const name = fc.constantFrom(
      'user',
      'tenant',
      'device',
      'cart',
      'kind',
      'key',
      'targetingKey',
      'a b',
      '_meta',
      'A',
    );
    const attributes = fc.dictionary(name, fc.oneof(value, fc.dictionary(name, value)), { maxKeys: 4 });
    const kind = fc.constantFrom('multi', 'user', 'cart', 7);
    const marked = fc.tuple(attributes, kind).map(([rest, one]) => ({ ...rest, kind: one }));
    const rules = [{ if: { op: 'attribute', of: { kind: 'cart', path: ['total'] }, tests: [] }, serve: {} }];
    const ruleset = { flags: { x: { rules } }, segments: {} };
    const inputs = [...some(attributes, 3_000), ...some(marked, 1_000)].map((context) => ({ context, ruleset }));
    await expectSame('context', inputs, (input) => {
      return readContext(input.context, namedKinds(input.ruleset as never)).context;
    });
  });

  test('Java tells of the same changed flags', async () => {
    const pairs = Array.from({ length: 60 }, (_, place) => {
      const random = new Random(1_000 * seed + place);
      const [before, after] = [randomRuleset(random), randomRuleset(random)];
      // Of two that have nothing in common everything changes: some parts stay.
      const segments = random.percent(50) ? before.segments : after.segments;
      const mixed = { ...before, segments, entitlements: after.entitlements };
      return [random.percent(10) ? null : before, random.percent(50) ? mixed : after] as const;
    });
    await expectSame('changed', pairs, ([before, after]) => changedFlags(before ?? undefined, after));
  });

  test('FR-F004 numbers become units by the same digits', async () => {
    const edges = [
      0,
      -0,
      1e21,
      1e20,
      123456789012345680000,
      1e-6,
      1e-7,
      5e-324,
      1.7976931348623157e308,
      2 ** 53,
      0.1,
      -1.5,
    ];
    const powers = Array.from({ length: 200 }, (_, place) => 2 ** (10 * place - 1_000));
    const inputs = [...edges, ...powers, ...some(fc.double({ noDefaultInfinity: true, noNaN: true }), 3_000)];
    await expectSame('unit', inputs.filter(Number.isFinite), unitOf);
  });

  test('moments are read alike', async () => {
    const digits = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'));
    const written = fc
      .tuple(fc.integer({ min: 0, max: 9999 }), digits, digits, fc.constantFrom('', 'Z', '+05:30', '-00:45', '+24:00'))
      .map(([year, one, two, zone]) => {
        const day = `${String(year).padStart(4, '0')}-${String(Number(one) % 14).padStart(2, '0')}-${String(Number(two) % 33).padStart(2, '0')}`;
        return zone === '' ? day : `${day}T${one}:${two}:${two}.${one}5${zone}`;
      });
    const edges = [
      '2027-02-29',
      '2024-02-29',
      '1900-02-29',
      '0000-02-29',
      '0000-01-01T00:00Z',
      '9999-12-31T23:59:59.999999999Z',
    ];
    const none = [
      '',
      '2027',
      '2027-1-1',
      '2027-01-01T',
      ' 2027-01-01',
      '2027-01-01\n',
      '2027-01-01T00:00',
      '٢٠٢٧-01-01',
    ];
    await expectSame('moment', [...edges, ...none, ...some(written, 2_000)], (text) => {
      const moment = momentOf(text);
      return Number.isNaN(moment) ? undefined : moment;
    });
  });

  test('attributes are written alike', async () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '.', '"', '\\', ' ', '=', '\u00a0', 'é', '\n'),
      maxLength: 12,
    });
    await expectSame('attribute', ['user.key', 'user."app.version"', ...some(text, 2_000)], (written) => {
      const { kind, path } = readAttribute(written);
      return [kind, path, attributeText(kind, path)];
    });
  });

  test('SD-05 events are the same wherever a stream is cut', async () => {
    const line = fc.constantFrom(
      'data: ',
      'data:ä😀',
      'data',
      'event: put',
      'event:',
      'retry: 7',
      'retry: x',
      ': word',
      'id: 1',
      '',
    );
    const stream = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\r', '\r\n', '\n\n')), { maxLength: 12 })
      .map((lines) => Buffer.from(lines.map((parts) => parts.join('')).join('')));
    const cut = fc
      .tuple(fc.constantFrom('', '\uFEFF'), stream, fc.integer({ min: 1, max: 9 }))
      .map(([mark, bytes, size]) => {
        const all = Buffer.concat([Buffer.from(mark), bytes]);
        const pieces = Array.from({ length: Math.ceil(all.length / size) }, (_, place) =>
          all.subarray(place * size, place * size + size),
        );
        return pieces.map((piece) => piece.toString('base64'));
      });
    await expectSame('events', some(cut, 1_000), (pieces) => {
      const reader = new EventReader(new TextDecoder('utf-8', { ignoreBOM: true }));
      const events = pieces.flatMap((piece) => reader.read(Buffer.from(piece, 'base64')));
      return { events: events.map(({ data, type }) => ({ type, data })), retry: reader.retry ?? 0 };
    });
  });

  test('SD-05 Java waits as long as TypeScript, and as long as a server asks for', async () => {
    const now = Date.parse('2027-01-01T00:00:00Z');
    const headers = [
      null,
      '7',
      ' 1.5 ',
      '86400',
      'soon',
      '-1',
      '1e3',
      'Fri, 01 Jan 2027 00:00:20 GMT',
      'Fri, 01 Jan 2021 00:00:20 GMT',
      // The two older forms of dates, and what is almost one.
      'Friday, 01-Jan-27 00:00:20 GMT',
      'Fri Jan  1 00:00:20 2027',
      'Fri Jan 1 00:00:20 2027',
      'Fri, 31 Feb 2027 00:00:20 GMT',
      'Fri, 01 Jan 2027 24:00:00 GMT',
      'Fri, 1 Jan 2027 00:00:20 GMT',
      'Fri, 01 Jan 2027 00:00:20 +0000',
      'Fryday, 01-Jan-27 00:00:20 GMT',
      '2027-01-01T00:00:20Z',
      '7, 8',
      '9'.repeat(400),
    ];
    const inputs = headers.flatMap((retryAfter) =>
      [0, 1, 2, 5, 9, 40, 2_000].map((failures) => ({ retryAfter, failures, now, random: (failures % 4) / 4 })),
    );
    await expectSame('wait', inputs, ({ failures, random, retryAfter }) => {
      const seconds = readRetryAfter(retryAfter, now);
      const asked = seconds === undefined ? undefined : seconds * 1_000;
      return waitAfter(failures, { first: 1_000, longest: 60_000 }, () => random, asked);
    });
  });
} else {
  notTried('the flags of the SDK for Java are not compared', jdkNeeds);
}
