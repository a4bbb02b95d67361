import { expect, test } from 'vitest';
import { productParts } from '../../../../src/app/generate/product-parts.ts';
import { describeApi } from '../../../../src/app/generate/sdk/describe-api.ts';
import { readTemplates } from '../../../../src/app/read-templates.ts';
import { version } from '../../../../src/app/version.ts';
import { components } from '../../../../src/components/index.ts';
import type { SdkFile, SdkResource } from '../../../../src/generate/sdk/api-description.ts';
import { emitJava } from '../../../../src/generate/sdk/java/index.ts';
import { lineWidth } from '../../../../src/generate/sdk/typescript/layout/fit.ts';
import { createHost } from '../../../../src/host/create-host.ts';
import { api, awkwardApi, field, named, operation, resource, type } from '../typescript/awkward-api.ts';
import { hostileNames } from '../typescript/hostile-names.ts';
import { pets } from './pets-api.ts';

const templates = readTemplates('sdk/java');
const description = describeApi(productParts(createHost(), components), version);
const files = emitJava(description, templates);
const root = 'src/main/java/dev/dream/sdk';

function textOf(path: string, among: readonly SdkFile[] = files): string {
  const found = among.find((file) => file.path === path);
  if (found === undefined) throw new TypeError(`no ${path}`);
  return found.text;
}

function callsOf(prefix: string, { name, operations, resources }: SdkResource): readonly string[] {
  const access = `${prefix}.${name}()`;
  return [...operations.map((one) => `${access}.${one.name}(`), ...resources.flatMap((one) => callsOf(access, one))];
}

test('SC-015 the same description gives the same files, each once, and the hand-written ones as they are', () => {
  expect(emitJava(structuredClone(description), templates)).toStrictEqual(files);
  expect(files.slice(0, templates.length)).toStrictEqual(templates);
  for (const some of [files, emitJava(awkwardApi, templates), emitJava(hostileNames, templates)]) {
    expect(new Set(some.map(({ path }) => path.toLowerCase())).size).toBe(some.length);
  }
});

test('every generated file says so in its first line, and ends with the end of a line', () => {
  const generated = files.slice(templates.length);
  expect(generated.length).toBeGreaterThan(300);
  for (const { text } of generated) {
    expect(text.split('\n')[0]).toMatch(/^(\/\/|<!--) Written by dream generate sdk; do not edit\.( -->)?$/u);
    expect(text).toMatch(/[^\n]\n$/u);
  }
});

test('CP-05 every operation has its call in the index, and its route in one file', () => {
  const calls = [...textOf('api.md').matchAll(/^\| `(.*?\(.*?\(|.*?\()[^(]*\)` \|/gmu)].map(([row]) => row);
  const wanted = description.resources.flatMap((one) => callsOf('dream', one));
  expect(calls.map((row) => row.slice(3, row.lastIndexOf('(') + 1))).toStrictEqual(wanted);
  const ids = files.flatMap(({ text }) => [...text.matchAll(/new Operation\(\s*"([^"]*)"/gu)].map(([, id]) => id));
  expect(ids.length).toBe(wanted.length);
  expect(new Set(ids).size).toBe(ids.length);
});

test('no line is wider than it may be', () => {
  const wide = files
    .slice(templates.length)
    .filter(({ path }) => path.endsWith('.java'))
    .flatMap(({ text }) => text.split('\n').filter((line) => line.length > lineWidth));
  expect(wide).toStrictEqual([]);
});

test('the version is that of the description, and of what is packed', () => {
  expect(textOf(`${root}/core/Version.java`)).toContain(`public static final String VERSION = "${version}";`);
  expect(textOf('pom.xml')).toContain(`<artifactId>dream-sdk</artifactId>\n  <version>${version}</version>`);
});

test('a resource has a method that takes everything, and those that leave out what may be left out', () => {
  const text = textOf(`${root}/resources/Pets.java`, emitJava(pets, []));
  const heads = [...text.matchAll(/^ {4}public (.*\)) \{$/gmu)].map(([, head]) => head);
  expect(heads).toStrictEqual([
    'Pets(Connection connection)',
    'Paged<Pet, PetPage> list(PetsListQuery query, RequestOptions options)',
    'Paged<Pet, PetPage> list(RequestOptions options)',
    'Paged<Pet, PetPage> list(PetsListQuery query)',
    'Paged<Pet, PetPage> list()',
    'Pet rename(String pet, Renaming body, RequestOptions options)',
    'Pet rename(String pet, Renaming body)',
    'Raw withRaw()',
  ]);
  expect(text).toContain(`    private static final Operation RENAME = new Operation(
        "pets.rename",
        "PUT",
        "/v1/pets/{pet}",
        Set.of(Auth.SECRET),
        true,
        true,
        "cursor"
    );
`);
  expect(text).toContain(
    '        return value(RENAME, Input.none().path("pet", pet).body(body), options, TypeDecoders.pet());\n',
  );
  expect(text).toContain('        public RawAnswer<PetPage> list(PetsListQuery query, RequestOptions options) {\n');
});

test('a field that null may be has a way to say so, and one that is no text a form for plain numbers', () => {
  const text = textOf(`${root}/params/Renaming.java`, emitJava(pets, []));
  const setters = [...text.matchAll(/^ {8}public Builder (.*) \{$/gmu)].map(([, head]) => head);
  expect(setters).toStrictEqual([
    'name(String value)',
    'why(String value)',
    'nick(String value)',
    'clearNick()',
    'size(PetSize value)',
    'age(Long value)',
    'age(long value)',
    'toys(List<ToyParams> value)',
  ]);
  expect(text).toContain('            super(Builder.class, "Renaming", "name", "why");\n');
});

test('a field of any JSON is left out by null as any other, and cleared as one that null may be', () => {
  const sent = { isSent: true, isAnswered: false };
  const any = emitJava(api([], [type('Note', [field('before', { kind: 'json' }, false)], sent)]), []);
  const text = textOf(`${root}/params/Note.java`, any);
  expect(text).toContain('            return set("before", value);\n');
  expect(text).toContain('        public Builder clearBefore() {\n            return put("before", null);\n');
});

test('an answer that null may be is read as null, and no other', () => {
  const found = named('Pet');
  const asked = [
    operation('pets.find', { result: { form: 'value', type: { kind: 'nullable', of: found } } }),
    operation('pets.get', { result: { form: 'value', type: found } }),
  ];
  const text = textOf(`${root}/resources/Pets.java`, emitJava(api([resource(['pets'], asked)], [type('Pet', [])]), []));
  expect(text).toContain('return value(FIND, Input.none(), options, Decoders.nullable(TypeDecoders.pet()));\n');
  expect(text).toContain('return value(GET, Input.none(), options, TypeDecoders.pet());\n');
});

test('what comes around a description stays a description', () => {
  const text = textOf(
    `${root}/types/Evil.java`,
    emitJava(
      api(
        [],
        [
          type('Evil', [field('a')], {
            description: 'Ends */ here. \\u002a/ `b */` <b>@param</b> {@link c}\n\n- one\n- `two`\n\nThe end & so on.',
          }),
        ],
      ),
      [],
    ),
  );
  expect(text).toContain(`/**
 * Ends *&#47; here. &#92;u002a/ <code>b *&#47;</code> &#60;b&#62;&#64;param&#60;/b&#62; &#123;&#64;link c&#125;
 *
 * <ul>
 * <li>one</li>
 * <li>{@code two}</li>
 * </ul>
 *
 * <p>The end &#38; so on.
 */
`);
});

test('what Java has already is called otherwise', () => {
  const odd = emitJava(
    api(
      [
        resource(['con'], [operation('con.wait'), operation('con.toString'), operation('con.class')]),
        resource(['create'], [operation('create.raw')]),
      ],
      [
        type('String', [field('getClass'), field('class'), field('raw'), field('a-b'), field('a_b')]),
        type('Notify', []),
        type('TypeDecoders', []),
      ],
    ),
    [],
  );
  const members = (path: string): readonly (string | undefined)[] =>
    [...textOf(path, odd).matchAll(/^ {4}public (?:void|String) (\w+)\(\)/gmu)].map(([, name]) => name);
  expect(members(`${root}/resources/ConResource.java`)).toStrictEqual(['wait_', 'toString_', 'class_']);
  expect(members(`${root}/types/StringModel.java`)).toStrictEqual(['getClass_', 'class_', 'raw_', 'aB', 'aB_']);
  expect(textOf(`${root}/Dream.java`, odd)).toContain('    public Create create_() {\n');
  const decoders = textOf(`${root}/internal/TypeDecoders.java`, odd);
  expect(
    [...decoders.matchAll(/^ {4}public static (.*) \{\n {8}(.*)$/gmu)].map(([, head, body]) => [head, body]),
  ).toEqual([
    ['Decoder<StringModel> stringModel()', 'return StringModel::fromJson;'],
    ['Decoder<Notify> notify_()', 'return Notify::fromJson;'],
    ['Decoder<dev.dream.sdk.types.TypeDecoders> typeDecoders()', 'return dev.dream.sdk.types.TypeDecoders::fromJson;'],
  ]);
  expect(textOf('api.md', odd)).toContain('| `dream.con().wait_(options?)` | `GET /v1/con.wait` | Do it. |\n');
});

test('no name is longer than that of a file may be', () => {
  const long = 'x'.repeat(300);
  const choice = { kind: 'choice', values: ['a'] } as const;
  const some = emitJava(
    api([], [type('Long', [field(long, choice), field(`${long}y`, { ...choice, values: ['b'] })])]),
    [],
  );
  const names = some.map(({ path }) => path.slice(path.lastIndexOf('/') + 1));
  expect(names.filter((name) => name.startsWith('LongX')).length).toBe(2);
  expect(names.filter((name) => `${name}$Builder.class`.length > 255)).toStrictEqual([]);
});

test('CP-05 a resource that comes later has its classes and its place in the client, and changes nothing else', () => {
  const more = emitJava(
    {
      ...description,
      resources: [...description.resources, ...pets.resources],
      types: [...description.types, ...pets.types],
    },
    templates,
  );
  const known = new Map(files.map(({ path, text }) => [path, text]));
  const changed = more.filter(({ path, text }) => known.has(path) && known.get(path) !== text);
  expect(changed.map(({ path }) => path)).toStrictEqual([
    'api.md',
    `${root}/Dream.java`,
    `${root}/internal/TypeDecoders.java`,
  ]);
  const added = more.filter(({ path }) => !known.has(path)).map(({ path }) => path.slice(root.length + 1));
  expect(added).toStrictEqual([
    'resources/Pets.java',
    ...['Pet', 'PetPage', 'Kennel', 'Cage', 'Meat', 'Hay', 'Toy', 'PetCollar'].map((name) => `types/${name}.java`),
    ...['PetSize', 'CageIs', 'KennelOrCage', 'MeatOrHay'].map((name) => `types/${name}.java`),
    ...['Renaming', 'ToyParams', 'PetsListQuery'].map((name) => `params/${name}.java`),
  ]);
});
