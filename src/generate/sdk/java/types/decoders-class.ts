import type { SdkFile } from '../../api-description.ts';
import { javaFile, packages } from '../java-file.ts';
import { classLayout, generic, method } from '../layout/class-layout.ts';
import { documented } from '../layout/javadoc.ts';
import type { Plan } from '../plan.ts';
import { Imports } from '../syntax/imports.ts';

/**
 * The class that has the decoder of each type. A class that has a method reference of its own is a quarter of a kilobyte
 * larger for it, and nearly all would have one.
 */
export function decodersClass({ decoders }: Plan): SdkFile {
  const imports = new Imports(packages.internal, ['TypeDecoders']);
  const decoder = imports.use(packages.core, 'Decoder');
  const content = documented(
    { text: ['What reads each of the types. They stand here since a method reference costs each class that has one.'] },
    0,
    classLayout({
      head: 'public final class TypeDecoders',
      members: [
        'private TypeDecoders() {}',
        ...[...decoders].map(([className, name]) => {
          const type = imports.use(packages.types, className);
          return documented(
            { lead: `Of {@link ${type}}.`, text: [], tags: ['@return it'] },
            1,
            method(['public static ', generic(decoder, type), ` ${name}`], [], [`return ${type}::fromJson;`]),
          );
        }),
      ],
    }),
  );
  return javaFile(packages.internal, 'TypeDecoders', content, imports);
}
