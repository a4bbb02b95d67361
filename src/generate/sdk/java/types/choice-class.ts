import type { SdkFile } from '../../api-description.ts';
import { literal } from '../syntax/text-literal.ts';
import type { Layout } from '../../typescript/layout/layout.ts';
import { javaFile, packages } from '../java-file.ts';
import { classLayout, listed, method } from '../layout/class-layout.ts';
import { code, documented, type Told } from '../layout/javadoc.ts';
import type { PlannedChoice } from '../planned-forms.ts';
import { Imports } from '../syntax/imports.ts';
import { constantCase, Names } from '../syntax/names.ts';

/** The class of texts some of which are known. */
export function choiceClass({ form, name }: PlannedChoice): SdkFile {
  const imports = new Imports(packages.types, [name]);
  const base = imports.use(packages.sdk, 'OpenChoice');
  const list = imports.use('java.util', 'List');
  const names = new Names(['KNOWN']);
  const constants = form.values.map((value) => ({ value, constant: names.give(constantCase(value)) }));
  const member = (told: Told, head: string, parameters: readonly string[], body: Layout): Layout =>
    documented(told, 1, method([head], parameters, [['return ', body, ';']]));
  const content = documented(
    { text: ['One of these texts, or one that this SDK has not heard of.'] },
    0,
    classLayout({
      head: `public final class ${name}`,
      clauses: [`extends ${base}`],
      fields: [
        ...constants.map(({ value, constant }) =>
          documented({ text: [], lead: code(value) }, 1, [
            `public static final ${name} ${constant} = `,
            listed(`new ${name}(`, [literal(value), 'true'], ')'),
            ';',
          ]),
        ),
        [
          `private static final ${list}<${name}> KNOWN = `,
          listed(
            `${list}.of(`,
            constants.map(({ constant }) => constant),
            ')',
          ),
          ';',
        ],
      ],
      members: [
        method([`private ${name}`], ['String value', 'boolean isKnown'], ['super(value, isKnown);']),
        documented(
          {
            text: ['The one with this text: one that is known is always the same.'],
            tags: ['@param value as the server writes it', '@return it, whether this SDK knows it or not'],
          },
          1,
          method([`public static ${name} of`], ['String value'], [`return among(KNOWN, new ${name}(value, false));`]),
        ),
        member(
          {
            text: ['Reads one.'],
            tags: [
              '@param json as {@link dev.dream.sdk.json.Json} reads it',
              '@return it, whether this SDK knows it or not',
              '@throws dev.dream.sdk.errors.ResponseException where it is no text',
            ],
          },
          `public static ${name} fromJson`,
          ['Object json'],
          'of(text(json))',
        ),
        member(
          { text: ['Those that this SDK knows.'], tags: ['@return cannot be changed'] },
          `public static ${list}<${name}> known`,
          [],
          'KNOWN',
        ),
      ],
    }),
  );
  return javaFile(packages.types, name, content, imports);
}
