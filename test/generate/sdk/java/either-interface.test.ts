import { expect, test } from 'vitest';
import { emitJava } from '../../../../src/generate/sdk/java/index.ts';
import { api, field, named, operation, resource, type } from '../typescript/awkward-api.ts';

test('FR-F010 of objects that no field tells apart, the one that needs the most is looked for first', () => {
  const shape = { kind: 'union', members: [named('Anything'), named('Dot'), named('Disc')] } as const;
  const shapes = api(
    [resource(['shapes'], [operation('shapes.get', { result: { form: 'value', type: shape } })])],
    [
      type('Anything', [field('note', { kind: 'text' }, false)]),
      type('Dot', [field('at')]),
      type('Disc', [field('at'), field('radius', { kind: 'number' })]),
    ],
  );
  const text = emitJava(shapes, []).find(({ path }) => path.endsWith('/AnythingOrDotOrDisc.java'))?.text ?? '';
  expect([...text.matchAll(/return (\w+)\.fromJson\(json\)/gu)].map(([, name]) => name)).toStrictEqual([
    'Disc',
    'Dot',
    'Anything',
  ]);
});
