import type { ImportedResource } from '../../components/flag-import-contract.ts';
import { modelOf } from '../../engine/changeset/model-of.ts';
import { newDocumentText } from '../../engine/edit/edit-text.ts';
import type { KindRegistry } from '../../engine/model/registry.ts';

/** A resource as a document, with what there is to say about it in comments at its head. */
export function documentOf(resource: ImportedResource, registry: KindRegistry): string {
  const { schema } = modelOf(resource.kind, registry);
  return `${resource.comments.flatMap(commentLines).join('')}${newDocumentText(resource, resource.body, schema)}`;
}

/** What came from outside may hold anything: not even a line of its own may leave the comment. */
function commentLines(comment: string): readonly string[] {
  const lines: string[] = [];
  for (const word of comment
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + word.length > 100) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.map((line) => `# ${line}\n`);
}
