import { join } from 'node:path';
import type { ResourceSource } from '../engine/configuration.ts';
import type { DocumentEdits } from '../engine/edit/edit-text.ts';
import { lineBreakOf } from '../engine/edit/line-break.ts';
import type { JsonObject } from '../engine/json.ts';
import { ignoringPattern, projectFileName } from '../engine/load/find-files.ts';
import type { ModelSchema } from '../engine/model/model.ts';
import { makeError } from '../engine/platform-error/index.ts';
import { type ResourceId, resourceName } from '../engine/resource.ts';
import type { Host } from '../host/contract.ts';
import { clientErrors } from './client/errors.ts';

/** A resource that no file has yet. */
export interface NewDocument extends ResourceId {
  readonly body: JsonObject;
  readonly schema: ModelSchema;
}

interface NewFile extends NewDocument {
  readonly folder: string;
}

/** What is to become of each file, gathered before anything is written. */
export class FileEdits {
  readonly #directory: string;
  readonly #ignore: readonly string[];
  readonly #host: Host;
  readonly #edits = new Map<string, DocumentEdits[]>();
  readonly #created = new Map<string, NewFile>();

  /** `ignore` has the patterns of dream.yaml: nothing is written where nothing would be read. */
  constructor(directory: string, ignore: readonly string[], host: Host) {
    this.#directory = directory;
    this.#ignore = ignore;
    this.#host = host;
  }

  edit(source: ResourceSource, edits: DocumentEdits): void {
    this.#edits.set(source.file, [...(this.#edits.get(source.file) ?? []), edits]);
  }

  /** In a file of its own, in a folder of its kind. */
  create(folder: string, document: NewDocument): void {
    this.#created.set(`${folder}/${document.key}.yaml`, { ...document, folder });
  }

  /** @throws PlatformError `client/file-not-read`, before anything is written. */
  async write(dryRun: boolean): Promise<readonly string[]> {
    const texts = new Map<string, string>();
    if (this.#created.size + this.#edits.size === 0) return [];
    for (const [file, document] of this.#created) await this.#mustBeRead(file, document);
    // Files are written rarely: until then nothing waits for what reads their comments.
    const { editText, newDocumentText } = await import('../engine/edit/edit-text.ts');
    for (const [file, document] of this.#created)
      texts.set(file, await this.#appended(file, newDocumentText(document, document.body, document.schema)));
    for (const [file, edits] of this.#edits)
      texts.set(file, editText(texts.get(file) ?? (await this.#read(file)), edits));
    for (const [file, text] of texts) {
      if (!dryRun) await this.#host.files.write(join(this.#directory, file), text);
    }
    return [...texts.keys()].sort();
  }

  /** What is written into a file that is not read would be written again by every pull. */
  async #mustBeRead(file: string, document: NewFile): Promise<void> {
    const { folder } = document;
    const pattern = ignoringPattern(folder, this.#ignore) ?? ignoringPattern(file, this.#ignore);
    const reason =
      pattern !== undefined
        ? `dream.yaml ignores ${pattern}`
        : (await this.#isProject(folder))
          ? `${folder} has a ${projectFileName} of its own`
          : null;
    if (reason === null) return;
    throw makeError(clientErrors.fileNotRead, {
      message: `${resourceName(document)} cannot be written into ${file}: ${reason}, so the file would not be read.`,
      details: { resource: resourceName(document), path: file, ...(pattern === undefined ? {} : { pattern }) },
    });
  }

  async #isProject(folder: string): Promise<boolean> {
    return this.#host.files.stat(join(this.#directory, folder, projectFileName)).then(
      () => true,
      () => false,
    );
  }

  /** A file of that name may hold other resources already: the new one goes behind them. */
  async #appended(file: string, text: string): Promise<string> {
    const present = await this.#read(file).catch(() => null);
    if (present === null) return text;
    const both = `---\n${text}`.replaceAll('\n', lineBreakOf(present));
    return `${present.trimEnd()}${lineBreakOf(present)}${both}`;
  }

  async #read(file: string): Promise<string> {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await this.#host.files.readBytes(join(this.#directory, file)),
    );
  }
}
