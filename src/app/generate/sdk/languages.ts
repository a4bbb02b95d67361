import type { SdkFolder, SdkSources } from '../../../components/contract.ts';
import type { ApiDescription, SdkFile } from '../../../generate/sdk/api-description.ts';
import { emitJava } from '../../../generate/sdk/java/index.ts';
import { emitPython } from '../../../generate/sdk/python/index.ts';
import { emitTypeScript } from '../../../generate/sdk/typescript/index.ts';
import { readTemplates } from '../../read-templates.ts';

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

/** The only list of them. */
export const sdkLanguages: readonly SdkLanguage[] = [
  {
    name: 'typescript',
    title: 'TypeScript',
    templates: () => readTemplates('sdk/typescript'),
    carried: ({ typescript }) => typescript,
    emit: emitTypeScript,
  },
  { name: 'python', title: 'Python', templates: () => readTemplates('sdk/python'), emit: emitPython },
  { name: 'java', title: 'Java', templates: () => readTemplates('sdk/java'), emit: emitJava },
];
