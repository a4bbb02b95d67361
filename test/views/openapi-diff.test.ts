import { expect, test } from 'vitest';
import { formatOpenApiDiff, formatOpenApiDiffMarkdown, type OpenApiDiffFacts } from '../../src/views/openapi-diff.ts';
import { plainStyle } from '../../src/views/style.ts';

const diff: OpenApiDiffFacts = {
  old: 'released/openapi.yaml',
  title: 'Dream',
  was: '0.1.0',
  is: '0.2.0',
  breaking: 2,
  compatible: 1,
  differences: [
    {
      code: 'type-changed',
      rating: 'breaking',
      meaning: 'The type is another one.',
      place: 'Boat.name',
      direction: 'answered',
      was: 'string',
      is: 'integer',
      felt: ['a.get', 'b.get', 'c.get', 'd.get', 'e.get'],
    },
    {
      code: 'operation-removed',
      rating: 'breaking',
      meaning: 'The operation is gone.',
      place: 'GET /v1/boats',
      direction: null,
      was: 'boats.list',
      is: null,
      felt: ['boats.list'],
    },
    {
      code: 'choice-answered',
      rating: 'compatible',
      meaning: 'Another value may be answered; choices are open.',
      place: 'Boat.state',
      direction: 'answered',
      was: null,
      is: '"<b>"',
      felt: ['boats.get'],
    },
  ],
};
const options = { style: plainStyle, width: 80 };

test('each difference with what was, what is and who feels it, then what they come to', () => {
  expect(formatOpenApiDiff(diff, options)).toBe(`✗ breaking    Boat.name (answered)  type-changed
    The type is another one. string → integer
    felt by a.get, b.get, c.get, d.get and 1 more

✗ breaking    GET /v1/boats  operation-removed
    The operation is gone. boats.list

✓ compatible  Boat.state (answered)  choice-answered
    Another value may be answered; choices are open. "<b>"
    felt by boats.get

✗ 2 breaking changes and 1 compatible one from Dream 0.1.0 in released/openapi.yaml to 0.2.0.`);
});

test('where there is none', () => {
  const none = { ...diff, breaking: 0, compatible: 0, differences: [] };
  expect(formatOpenApiDiff(none, options)).toBe('✓ Nothing is otherwise than in Dream 0.1.0 in released/openapi.yaml.');
});

test('for a pull request, what breaks stands open and the rest is folded away', () => {
  expect(formatOpenApiDiffMarkdown(diff)).toBe(`### API: 2 breaking changes, 1 compatible one

| place | what | was | is | felt by |
|---|---|---|---|---|
| <code>Boat.name &#40;answered&#41;</code> | The type is another one. | <code>string</code> | <code>integer</code> | a.get, b.get, c.get, d.get and 1 more |
| <code>GET /v1/boats</code> | The operation is gone. | <code>boats.list</code> |  | boats.list |

<details><summary>1 compatible change</summary>

| place | what | was | is | felt by |
|---|---|---|---|---|
| <code>Boat.state &#40;answered&#41;</code> | Another value may be answered; choices are open. |  | <code>&#34;&#60;b&#62;&#34;</code> | boats.get |

</details>

<sub>Dream 0.1.0 → 0.2.0, against released/openapi.yaml</sub>
`);
});
