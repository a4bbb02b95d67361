import fc from 'fast-check';
import type {
  ApiDescription,
  SdkField,
  SdkOperation,
  SdkResource,
  SdkResult,
  SdkType,
  TypeReference,
} from '../../../../src/generate/sdk/api-description.ts';
import { operation } from '../typescript/awkward-api.ts';

/** What ends a comment, a text or a tag, or means something to Java, to Javadoc or to HTML. */
const pieces =
  `*/ /* // \\u002a/ \\u000a \\ \\\\u0022 " """ ' @param @since {@link {@code } { < <script> & &amp; \` \`\`
  $ % # | - * \u0000 \u0007 \u001a \u00a0 \u202e \u2028 \ud800 \ufeff ü 😀 word a_b case class`
    .split(/[ \n]+/u)
    .concat(['\n', '\n\n', '\r', '\t', '\n- ', '`*/`', '`\\u000a`', '*/ class X {} /*']);

const hostileText = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((some) => some.join(' '));

const fieldNames = fc.oneof(
  fc.constantFrom(
    ...`class getClass wait notify hashCode toString equals clone finalize raw toJson build put set self yield _ java dev
    options query body a-b a_b aB AB value valueAsText valueAsList clearValue text list map json required fromJson GET`.split(
      /\s+/u,
    ),
    '',
    'ß',
    '3d',
    '"',
    '\\',
  ),
  hostileText,
);

/** Names that Java, its library or the SDK has already, and those that differ in case only. */
const typeNames =
  `String Object Builder Raw Unknown Model Params Map List Instant Optional Decoders RequestOptions Resource
  Operation Connection Input Paged RawAnswer Dream Version Json Override Class Set Auth OpenChoice Aaa AAA AAa Resources
  UnknownModel StringModel TypeDecoders Wait Notify`.split(/\s+/u);

const resourceNames =
  `raw connection create builder dream close getClass string operation withRaw resource map con`.split(' ');

const typeReference: fc.Arbitrary<TypeReference> = fc.letrec<{ type: TypeReference }>((tie) => ({
  type: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom<TypeReference>(
      { kind: 'text' },
      { kind: 'instant' },
      { kind: 'integer' },
      { kind: 'number' },
      { kind: 'boolean' },
      { kind: 'null' },
      { kind: 'json' },
    ),
    fc.constantFrom(...typeNames).map((name): TypeReference => ({ kind: 'named', name })),
    fc
      .uniqueArray(hostileText, { minLength: 1, maxLength: 5 })
      .map((values): TypeReference => ({ kind: 'choice', values })),
    fc
      .oneof(hostileText, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean())
      .map((value): TypeReference => ({ kind: 'literal', value })),
    tie('type').map((items): TypeReference => ({ kind: 'list', items })),
    tie('type').map((values): TypeReference => ({ kind: 'map', values })),
    tie('type').map((of): TypeReference => ({ kind: 'nullable', of })),
    fc.tuple(fc.array(tie('type'), { minLength: 1, maxLength: 4 }), fc.option(fieldNames, { nil: undefined })).map(
      ([members, discriminator]): TypeReference => ({
        kind: 'union',
        members,
        ...(discriminator === undefined ? {} : { discriminator }),
      }),
    ),
    fieldsOf(tie('type')).map((fields): TypeReference => ({ kind: 'object', fields })),
  ),
})).type;

function fieldsOf(type: fc.Arbitrary<TypeReference>): fc.Arbitrary<readonly SdkField[]> {
  const field = fc.record(
    { name: fieldNames, type, isRequired: fc.boolean(), description: hostileText, default: hostileText },
    { requiredKeys: ['name', 'type', 'isRequired'] },
  );
  return fc.uniqueArray(field, { selector: ({ name }) => name, maxLength: 6 });
}

function typeOf(name: string): fc.Arbitrary<SdkType> {
  return fc.record(
    {
      name: fc.constant(name),
      fields: fieldsOf(typeReference),
      isSent: fc.constant(true),
      isAnswered: fc.constant(true),
      description: hostileText,
      others: typeReference,
    },
    { requiredKeys: ['name', 'fields', 'isSent', 'isAnswered'] },
  );
}

const result: fc.Arbitrary<SdkResult> = fc.oneof(
  fc.constant<SdkResult>({ form: 'nothing' }),
  typeReference.map((type): SdkResult => ({ form: 'value', type })),
  fc.tuple(typeReference, fc.constantFrom(...typeNames)).map(
    ([item, name]): SdkResult => ({
      form: 'pages',
      page: { kind: 'named', name },
      item,
    }),
  ),
  typeReference.map((data): SdkResult => ({ form: 'events', data })),
  hostileText.map((contentType): SdkResult => ({ form: 'bytes', contentTypes: [contentType] })),
);

function operationOf(id: string): fc.Arbitrary<SdkOperation> {
  return fc
    .record(
      {
        summary: hostileText,
        description: hostileText,
        pathParameters: fieldsOf(fc.constantFrom<TypeReference>({ kind: 'text' }, { kind: 'integer' })),
        queryParameters: fieldsOf(typeReference),
        body: typeReference,
        result,
        errors: fc.array(hostileText, { maxLength: 2 }),
        auth: fc.subarray<'secret' | 'publishable' | 'user'>(['secret', 'publishable', 'user']),
      },
      { requiredKeys: ['summary', 'pathParameters', 'queryParameters', 'result', 'errors', 'auth'] },
    )
    .map((more) => operation(id, more));
}

const methodNames = `get wait notify toString class yield raw value`.split(' ');

function resourceOf(name: string): fc.Arbitrary<SdkResource> {
  const operations = fc
    .subarray(methodNames, { minLength: 1, maxLength: 3 })
    .chain((methods) => fc.tuple(...methods.map((method) => operationOf(`${name}.${method}`))));
  return fc.record(
    {
      name: fc.constant(name),
      path: fc.constant([name]),
      operations,
      resources: fc.constant([]),
      description: hostileText,
    },
    { requiredKeys: ['name', 'path', 'operations', 'resources'] },
  );
}

/** An API that means harm by all that it may be called and told by. */
export const hostileApi: fc.Arbitrary<ApiDescription> = fc
  .tuple(fc.tuple(...typeNames.map(typeOf)), fc.tuple(...resourceNames.map(resourceOf)), hostileText)
  .map(([types, resources, version]) => ({ version, apiVersion: version, types, resources }));
