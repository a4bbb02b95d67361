import type { SdkFolder, SdkSources } from '../../../components/contract.ts';
import type { ApiDescription, SdkFile } from '../../../generate/sdk/api-description.ts';
import { emitJava } from '../../../generate/sdk/java/index.ts';
import { emitPython } from '../../../generate/sdk/python/index.ts';
import { emitTypeScript } from '../../../generate/sdk/typescript/index.ts';
import { readTemplates } from '../../read-templates.ts';
import { type LanguageName, languageNames } from './language-names.ts';

/** A language that there is an SDK for. */
export interface SdkLanguage {
  /** As `--lang` has it, and the folder of its SDK. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  /** The hand-written files. */
  readonly templates: () => readonly SdkFile[];
  /** What it takes over of components as it stands; absent: nothing. */
  readonly carried?: (sources: SdkSources) => readonly SdkFolder[];
  /** Gives all files of the SDK, those of its templates and those that are taken over included. */
  readonly emit: (description: ApiDescription, templates: readonly SdkFile[]) => readonly SdkFile[];
}

const byName: { readonly [name in LanguageName]: Omit<SdkLanguage, 'name'> } = {
  typescript: {
    title: 'TypeScript',
    templates: () => readTemplates('sdk/typescript'),
    carried: ({ typescript }) => typescript,
    emit: emitTypeScript,
  },
  python: { title: 'Python', templates: () => readTemplates('sdk/python'), emit: emitPython },
  java: { title: 'Java', templates: () => readTemplates('sdk/java'), emit: emitJava },
};

export const sdkLanguages: readonly SdkLanguage[] = languageNames.map((name) => ({ name, ...byName[name] }));
