import type { SdkFile, SdkType } from '../../api-description.ts';
import { javaFile, packages } from '../java-file.ts';
import { classLayout, method } from '../layout/class-layout.ts';
import { documented } from '../layout/javadoc.ts';
import type { Plan } from '../plan.ts';
import { Imports } from '../syntax/imports.ts';
import { camelCase, modelMembers, Names } from '../syntax/names.ts';
import { accessors } from './accessor.ts';

/** The class of an object that is answered. */
export function modelClass(type: SdkType, plan: Plan): SdkFile {
  const name = plan.modelName(type.name);
  const imports = new Imports(packages.types, [name]);
  const interfaces = plan.eithers
    .filter(({ form }) => form.names.includes(type.name))
    .map((either) => imports.use(packages.types, either.name));
  const model = imports.use(packages.sdk, 'Model');
  const names = new Names(modelMembers);
  const fields = type.fields.map((field) => ({ field, own: names.give(camelCase(field.name)) }));
  const others = type.others === undefined ? [] : ['It may have further fields, which `raw()` holds.'];
  const content = documented(
    { text: [type.description ?? `What the server answers with as \`${type.name}\`.`, ...others] },
    0,
    classLayout({
      head: `public final class ${name}`,
      clauses: [`extends ${model}`, ...(interfaces.length === 0 ? [] : [`implements ${interfaces.join(', ')}`])],
      members: [
        method([`private ${name}`], ['Object json'], ['super(json);']),
        documented(
          {
            text: ['Reads one.'],
            tags: ['@param json as {@link dev.dream.sdk.json.Json} reads it', '@return it, whichever fields it has'],
          },
          1,
          method([`public static ${name} fromJson`], ['Object json'], [`return new ${name}(json);`]),
        ),
        ...fields.flatMap(({ field, own }) => accessors(field, own, names, { plan, imports })),
      ],
    }),
  );
  return javaFile(packages.types, name, content, imports);
}
