import { format } from '@wasm-fmt/ruff_fmt';
import { describe, expect, it, test } from 'vitest';
import { productParts } from '../../../../src/app/generate/product-parts.ts';
import { describeApi } from '../../../../src/app/generate/sdk/describe-api.ts';
import { readTemplates } from '../../../../src/app/read-templates.ts';
import { components } from '../../../../src/components/index.ts';
import type { SdkFile } from '../../../../src/generate/sdk/api-description.ts';
import { emitPython } from '../../../../src/generate/sdk/python/index.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { api, awkwardApi, field, named, operation, resource, type } from '../typescript/awkward-api.ts';
import { eventfulApi } from '../typescript/eventful-api.ts';
import { wideTexts } from '../wide-texts.ts';

const templates = readTemplates('sdk/python');
const description = describeApi(productParts(createHost(), components), '0.1.0');
const files = emitPython(description, templates);

function textOf(path: string, all: readonly SdkFile[] = files): string {
  return all.find((file) => file.path === path)?.text ?? `no file ${path}`;
}

/** The files that `ruff format` would write differently. */
function unformatted(all: readonly SdkFile[]): readonly string[] {
  const modules = all.filter(({ path }) => path.endsWith('.py'));
  return modules.flatMap(({ path, text }) =>
    format(text, path, { line_width: 100, indent_style: 'space', indent_width: 4 }) === text ? [] : [path],
  );
}

describe('the SDK for Python', () => {
  it('CP-05 is the same each time, with every template byte for byte in its place', () => {
    expect(emitPython(description, templates)).toStrictEqual(files);
    for (const template of templates) expect(files).toContainEqual(template);
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  });

  it('is written as ruff would format it, with any names and types', () => {
    expect(files.filter(({ path }) => path.endsWith('.py')).length).toBeGreaterThan(100);
    expect(unformatted(files)).toStrictEqual([]);
    expect(unformatted(emitPython(awkwardApi, templates))).toStrictEqual([]);
    expect(unformatted(emitPython(eventfulApi, templates))).toStrictEqual([]);
    expect(unformatted(emitPython(wideTexts, templates))).toStrictEqual([]);
    expect(unformatted([{ path: 'src/a.py', text: 'x = [ 1 ]\n' }])).toStrictEqual(['src/a.py']);
  });

  it('says of every generated file that it is one', () => {
    const byHand = new Set(templates.map(({ path }) => path));
    const generated = files.filter(({ path }) => !byHand.has(path));
    expect(
      generated.filter(({ text }) => !/^(# |<!-- )Written by dream generate sdk; do not edit\./.test(text)),
    ).toEqual([]);
  });

  it('gives the module of webhooks what was added by hand', () => {
    expect(textOf('src/dream_sdk/resources/webhooks.py')).toContain(
      'class WebhooksResource(ResourceBase, WebhooksAdditions):',
    );
  });
});

const pets = api(
  [
    resource(
      ['pets'],
      [
        operation('pets.list', {
          route: '/v1/pets',
          queryParameters: [field('pageSize', { kind: 'integer' }, false)],
          result: { form: 'pages', page: named('PetPage'), item: named('Pet') },
        }),
        operation('pets.rename', {
          method: 'PUT',
          route: '/v1/pets/{pet}',
          pathParameters: [field('pet')],
          body: named('Renaming'),
          result: { form: 'value', type: named('Pet') },
          isMutation: true,
          isAboutTenant: true,
          errors: ['pets/not-found'],
        }),
        operation('pets.names', { result: { form: 'value', type: { kind: 'list', items: { kind: 'text' } } } }),
      ],
    ),
  ],
  [
    type('Pet', [
      field('name'),
      { ...field('bornAt', { kind: 'instant' }), description: 'When it was born.' },
      field('friends', { kind: 'list', items: named('Pet') }, false),
      field('list', { kind: 'list', items: { kind: 'text' } }, false),
      field('from'),
    ]),
    type('PetPage', [field('data', { kind: 'list', items: named('Pet') })]),
    type(
      'Renaming',
      [
        field('name'),
        field('nick', { kind: 'nullable', of: { kind: 'text' } }, false),
        field('toys', { kind: 'list', items: named('Toy') }, false),
      ],
      { isSent: true, isAnswered: false },
    ),
    type('Toy', [field('toyName'), field('size', { kind: 'choice', values: ['small', 'big'] }, false)], {
      isSent: true,
      isAnswered: false,
    }),
  ],
);

describe('what is written of an API', () => {
  const written = emitPython(pets, []);

  it('reads fields by their names on the wire where they differ, and only decodes what is more than JSON', () => {
    expect(textOf('src/dream_sdk/types/pets.py', written)).toContain(`class Pet(Model):
    name: str
    born_at: datetime
    """When it was born."""
    friends: builtins.list[Pet] | None
    list: builtins.list[str] | None
    from_: str

    @staticmethod
    def _fields() -> Fields:
        return {
            "born_at": ("bornAt", instant),
            "friends": ("friends", list_of(nested(Pet))),
            "from_": ("from", None),
        }
`);
  });

  it('tells null from what is left out only where null can be meant', () => {
    const text = textOf('src/dream_sdk/resources/pets.py', written);
    expect(text).toContain(`    def rename(
        self,
        pet: str,
        *,
        name: str,
        nick: str | None | Omit = OMIT,
        toys: Sequence[ToyParam] | None = None,
        options: CallOptions | None = None,
    ) -> Pet:
        """Do it.

        Args:
            options: What this call says for itself; see \`CallOptions\`.

        Raises:
            PlatformError: With the code \`\`pets/not-found\`\`, or one that any operation may
                answer with.
            ApiConnectionError: No answer came, or none in time.
        """
        return self._call(
            _PETS_RENAME,
            Pet,
            path={"pet": pet},
            body=body_of({"name": name, "nick": nick, "toys": toys}, null=("nick",)),
            options=options,
        )
`);
    expect(text).toContain(`_PETS_RENAME = Operation(
    "pets.rename",
    "PUT",
    "/v1/pets/{pet}",
    is_mutation=True,
    is_about_tenant=True,
)
`);
  });

  it('names the builtin by its full name behind a method of that name', () => {
    expect(textOf('src/dream_sdk/resources/pets.py', written)).toContain(
      'def names(self, *, options: CallOptions | None = None) -> builtins.list[str]:',
    );
  });

  it('writes what is sent within a body as a TypedDict, in two classes where some of it may be left out', () => {
    expect(textOf('src/dream_sdk/params/pets.py', written)).toContain(`class _ToyParamRequired(TypedDict):
    toyName: str


class ToyParam(_ToyParamRequired, total=False):
    size: Literal["small", "big"] | str
`);
  });
});

test('CP-05 a resource that comes later has its module, its types and its place in both clients', () => {
  const more = emitPython(
    {
      ...description,
      resources: [...description.resources, ...pets.resources],
      types: [...description.types, ...pets.types],
    },
    templates,
  );
  const known = new Map(files.map(({ path, text }) => [path, text]));
  expect(more.filter(({ path, text }) => known.get(path) !== text).map(({ path }) => path)).toStrictEqual([
    'api.md',
    'src/dream_sdk/_async_client.py',
    'src/dream_sdk/_client.py',
    'src/dream_sdk/params/__init__.py',
    'src/dream_sdk/params/pets.py',
    'src/dream_sdk/resources/pets.py',
    'src/dream_sdk/types/__init__.py',
    'src/dream_sdk/types/pets.py',
  ]);
  expect(textOf('api.md', more)).toContain('| `client.pets.rename(pet, name=…, …)` | `PUT /v1/pets/{pet}` | Do it. |');
});
