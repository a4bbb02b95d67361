import { basename, join, resolve } from 'node:path';
import { makeError } from '../engine/platform-error/index.ts';
import { nameDirectory } from '../engine/load/name-directory.ts';
import { isProjectName } from '../engine/load/project-schema.ts';
import type { Host } from '../host/contract.ts';
import { commandErrors, usageError } from './command-errors.ts';
import { projectEditorSchema } from './editor-schema.ts';
import { readTemplates } from './read-templates.ts';

/** Named by the first line of the templates. Made from the program, never edited: it may be written again. */
const schemaFile = '.dream/schema.json';

export interface InitOptions {
  readonly directory: string;
  /** Absent: named after the directory. */
  readonly project?: string;
  readonly host: Pick<Host, 'files'>;
}

export interface Initialized {
  readonly project: string;
  /** Relative to the directory, with `/` separators. */
  readonly written: readonly string[];
}

/**
 * Writes a small valid project. Refuses as a whole when one of its files exists: `init` never overwrites.
 * @throws PlatformError `cli/exists`, `cli/usage`
 */
export async function initProject({ directory, host, project }: InitOptions): Promise<Initialized> {
  const name = project ?? projectName(basename(resolve(directory)));
  if (!isProjectName(name)) {
    throw usageError(`A project cannot be called ${JSON.stringify(name)}.`, `Call it ${projectName(name)}.`);
  }
  const templates = readTemplates('init');
  const taken = await existing(
    templates.map(({ path }) => path),
    directory,
    host,
  );
  if (taken.length > 0) {
    throw makeError(commandErrors.exists, {
      message: `${taken.join(', ')} ${taken.length === 1 ? 'exists' : 'exist'} already in ${nameDirectory(directory)}; nothing was written.`,
    });
  }
  for (const { path, text } of templates) {
    await host.files.write(
      join(directory, path),
      text.replaceAll('PROJECT_NAME', () => name),
    );
  }
  await host.files.write(join(directory, schemaFile), `${JSON.stringify(projectEditorSchema(), null, 2)}\n`);
  return { project: name, written: [...templates.map(({ path }) => path), schemaFile] };
}

async function existing(
  files: readonly string[],
  directory: string,
  host: Pick<Host, 'files'>,
): Promise<readonly string[]> {
  const found = await Promise.all(
    files.map(async (file) =>
      host.files.stat(join(directory, file)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return files.filter((_, index) => found[index] === true);
}

/** Project names are keys: lower case letters, digits and hyphens, beginning with a letter. */
function projectName(text: string): string {
  const name = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^[^a-z]+|-+$/gu, '')
    .slice(0, 40)
    .replace(/-+$/u, '');
  return name === '' ? 'my-project' : name;
}
