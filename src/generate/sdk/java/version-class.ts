import type { ApiDescription, SdkFile } from '../api-description.ts';
import { literal } from './syntax/text-literal.ts';
import { javaFile, packages } from './java-file.ts';
import { classLayout } from './layout/class-layout.ts';
import { documented } from './layout/javadoc.ts';
import { Imports } from './syntax/imports.ts';

/** Which SDK this is, and which version of the API it was made for. */
export function versionClass({ apiVersion, version }: ApiDescription): SdkFile {
  const content = documented(
    { text: ['Which SDK this is, and which version of the API it was made for.'] },
    0,
    classLayout({
      head: 'public final class Version',
      fields: [
        documented({ text: ['Of the SDK.'] }, 1, `public static final String VERSION = ${literal(version)};`),
        documented(
          { text: ['Of the API, a date.'] },
          1,
          `public static final String API_VERSION = ${literal(apiVersion)};`,
        ),
      ],
      members: ['private Version() {}'],
    }),
  );
  return javaFile(packages.core, 'Version', content, new Imports(packages.core, ['Version']));
}
