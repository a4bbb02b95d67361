import { describe, expect, it, test } from 'vitest';
import { Product } from '../../../src/app/generate/product.ts';
import type { DocumentedApi } from '../../../src/generate/docs/documented-api.ts';
import { sdkLanguages } from '../../../src/app/generate/sdk/languages.ts';
import { emitDocs } from '../../../src/generate/docs/index.ts';
import type { SdkOperation, SdkType } from '../../../src/generate/sdk/api-description.ts';
import { operationsBelow } from '../../../src/generate/sdk/operations-below.ts';
import { createHost } from '../../../src/host/create-host.ts';

const product = new Product(createHost());
const pages = new Map(product.docsFiles().map(({ path, text }) => [path, text]));

const charge: SdkOperation = {
  id: 'charges.create',
  name: 'create',
  component: 'payments',
  method: 'POST',
  route: '/v1/tenants/{tenant}/charges',
  summary: 'Charge a tenant',
  description: 'Once | and `never`\n\ntwice.',
  auth: ['secret', 'user'],
  pathParameters: [{ name: 'tenant', type: { kind: 'text' }, isRequired: true, description: 'Who | pays\nit' }],
  queryParameters: [
    { name: 'mode', type: { kind: 'choice', values: ['a|b', '`c`'] }, isRequired: false, default: 'a|b' },
  ],
  body: { kind: 'named', name: 'Charge' },
  result: { form: 'value', type: { kind: 'nullable', of: { kind: 'named', name: 'Money' } } },
  isMutation: true,
  isAboutTenant: true,
  errors: ['charges/declined'],
};
const refund: SdkOperation = {
  ...charge,
  id: 'refunds.create',
  component: 'refunds',
  route: '/v1/refunds',
  pathParameters: [],
  queryParameters: [],
  body: { kind: 'list', items: { kind: 'named', name: 'Money' } },
  result: { form: 'nothing' },
};
const typeOf = (name: string, fields: SdkType['fields']): SdkType => ({ name, fields, isSent: true, isAnswered: true });
const index = [
  '| `pay(tenant, …)` | `POST /v1/tenants/{tenant}/charges` | x |',
  '| `refund()` | `POST /v1/refunds` | x |',
].join('\n');
const small: DocumentedApi = {
  api: {
    version: '1',
    apiVersion: '2026-01-01',
    resources: [{ name: 'charges', path: ['charges'], operations: [charge, refund], resources: [] }],
    types: [
      typeOf('Charge', [{ name: 'amount', type: { kind: 'named', name: 'Money' }, isRequired: true }]),
      typeOf('Money', [
        { name: 'cents', type: { kind: 'integer' }, isRequired: true, description: 'Never a fraction' },
      ]),
    ],
  },
  components: [
    { name: 'payments', summary: 'Money comes.', kinds: [], events: [{ type: 'charge.made', summary: 'It came.' }] },
    { name: 'refunds', summary: 'Money goes.', kinds: [{ kind: 'Reason', summary: 'Why.' }], events: [] },
  ],
  operations: new Map([['charges.create', { scope: 'charges:write', examples: { body: { amount: { cents: 1 } } } }]]),
  sdks: [{ title: 'Ruby', files: [{ path: 'api.md', text: index }] }],
};

test('an operation says who may call it, what it takes, what it answers, and its call in every SDK', () => {
  const page = emitDocs(small).find(({ path }) => path === 'payments.md')?.text ?? '';
  expect(page.slice(page.indexOf('## charges.create'))).toBe(`## charges.create

Charge a tenant.

\`\`\`http
POST /v1/tenants/{tenant}/charges
\`\`\`

Once | and \`never\`

twice.

For a secret key, or a publishable key with a user’s token, with the scope \`charges:write\`. \`X-Tenant-ID\` names the tenant, where it is about one. With an \`Idempotency-Key\` it may be sent again.

| parameter | in | type | what it is |
| --- | --- | --- | --- |
| **\`tenant\`** | path | text | Who \\| pays it. |
| \`mode\` | query | \`a\\|b\`, \`\` \`c\` \`\` | Default: \`"a\\|b"\`. |

Body: [Charge](#charge).

\`\`\`json
{
  "amount": {
    "cents": 1
  }
}
\`\`\`

Answers with [Money](types.md#money) or null.

Errors besides those of every request: \`charges/declined\`.

| SDK | call |
| --- | --- |
| Ruby | \`pay(tenant, …)\` |

## Charge

| field | type | what it is |
| --- | --- | --- |
| **\`amount\`** | [Money](types.md#money) |  |
`);
});

test('a type that several components show stands once, on a page of its own', () => {
  const files = emitDocs(small);
  expect(files.map(({ path }) => path).toSorted()).toStrictEqual([
    'README.md',
    'payments.md',
    'refunds.md',
    'types.md',
  ]);
  expect(files.filter(({ text }) => text.includes('\n## Money\n')).map(({ path }) => path)).toStrictEqual(['types.md']);
});

test('an SDK that lacks a call is no SDK of this API', () => {
  const files = [{ path: 'api.md', text: index.replace('/v1/refunds', '/v1/returns') }];
  expect(() => emitDocs({ ...small, sdks: [{ title: 'Ruby', files }] })).toThrow(/^Ruby: POST \/v1\/refunds /u);
});

describe('the pages of the product', () => {
  it('SC-015 has every operation with its call in every SDK, and leads to each from the first page', () => {
    const operations = product.api.resources.flatMap(operationsBelow);
    expect(operations.length).toBeGreaterThan(90);
    for (const { component, id, method, route } of operations) {
      const page = pages.get(`${component}.md`) ?? '';
      const [section = ''] = page.split(`\n## ${id}\n`).slice(1);
      const text = section.split('\n## ')[0] ?? '';
      expect(text).toContain(`${method} ${route}`);
      for (const { title } of sdkLanguages) expect(text).toMatch(new RegExp(`^\\| ${title} \\| \`.+\` \\|$`, 'mu'));
      expect(pages.get('README.md')).toContain(`(${component}.md)`);
    }
  });

  it('says on the first page why operations of OpenAPI that no SDK has are on none', () => {
    const ids = new Set(product.api.resources.flatMap(operationsBelow).map(({ id }) => id));
    const others = product.parts.flatMap((part) => part.operations).filter(({ id }) => !ids.has(id));
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter(({ foreignProtocol }) => foreignProtocol === undefined)).toStrictEqual([]);
    for (const { method, path } of others) expect([...pages.values()].join('')).not.toContain(`${method} ${path}\n`);
    expect(pages.get('README.md')).toContain(
      "Operations of a standard's protocol, such as AuthZEN and OFREP, are in the OpenAPI documents, but in no SDK",
    );
  });

  it('has one heading for each link, and each heading once', () => {
    const anchors = new Map([...pages].map(([path, text]) => [path, headings(text)]));
    for (const [path, all] of anchors)
      expect({ path, twice: all.filter((one, at) => all.indexOf(one) !== at) }).toEqual({ path, twice: [] });
    let links = 0;
    for (const [path, text] of pages) {
      for (const [, page = '', anchor = ''] of text.matchAll(/\]\(([\w-]*(?:\.md)?)#([^)]+)\)/gu)) {
        links += 1;
        expect({ path, anchor, is: anchors.get(page === '' ? path : page)?.includes(anchor) }).toEqual({
          path,
          anchor,
          is: true,
        });
      }
    }
    expect(links).toBeGreaterThan(300);
  });
});

function headings(text: string): readonly string[] {
  return [...text.matchAll(/^#+ (.+)$/gmu)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(/\s/gu, '-'),
  );
}
