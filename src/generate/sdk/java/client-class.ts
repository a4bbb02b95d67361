import type { SdkFile } from '../api-description.ts';
import { hardLine } from '../typescript/layout/layout.ts';
import { javaFile, packages } from './java-file.ts';
import { classLayout, method } from './layout/class-layout.ts';
import { documented } from './layout/javadoc.ts';
import type { Plan } from './plan.ts';
import { accessorMethod } from './resources/resource-class.ts';
import { Imports } from './syntax/imports.ts';

/** The class of the client: what all clients have is written by hand. */
export function clientClass({ resources }: Plan): SdkFile {
  const imports = new Imports(packages.sdk, ['Dream', 'Builder']);
  const connection = imports.use(packages.core, 'Connection');
  for (const name of ['DreamClient', 'DreamOptions', 'DreamSetters']) imports.use(packages.sdk, name);
  const refused = '@throws dev.dream.sdk.errors.ConfigurationException where a setting cannot be meant';
  const builder = classLayout({
    head: 'public static final class Builder',
    clauses: ['extends DreamSetters<Builder>'],
    members: [
      method(['private Builder'], [], ['super();']),
      ['@Override', hardLine, method(['protected Builder self'], [], ['return this;'])],
      documented(
        { text: ['Makes the client. Nothing is sent.'], tags: ['@return a new one', refused] },
        2,
        method(['public Dream build'], [], [`return new Dream(${connection}.open(options()));`]),
      ),
    ],
  });
  const content = documented(
    { text: ['A client of Dream. Threads may share it; `close` ends it.'] },
    0,
    classLayout({
      head: 'public final class Dream',
      clauses: ['extends DreamClient'],
      members: [
        method(['private Dream'], [`${connection} connection`], ['super(connection);']),
        documented(
          { text: ['A client by the settings of the environment.'], tags: ['@return a new one', refused] },
          1,
          method(['public static Dream create'], [], ['return builder().build();']),
        ),
        documented(
          {
            text: ['A builder with nothing said: what is not comes from the environment.'],
            tags: ['@return a new one'],
          },
          1,
          method(['public static Builder builder'], [], ['return new Builder();']),
        ),
        documented(
          {
            text: ['A client that differs from this one in these settings.'],
            tags: [
              '@param options what is not said there stays as it is',
              '@return another one, which ends with this one',
              refused,
            ],
          },
          1,
          method(
            ['public Dream withOptions'],
            ['DreamOptions options'],
            ['return new Dream(connection().with(options));'],
          ),
        ),
        ...resources.map((resource) => accessorMethod(resource, imports)),
        documented({ lead: 'Gathers the settings of a {@link Dream}.', text: [] }, 1, builder),
      ],
    }),
  );
  return javaFile(packages.sdk, 'Dream', content, imports);
}
