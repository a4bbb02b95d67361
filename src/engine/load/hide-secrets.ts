import type { Diagnostic, SourceRange } from '../diagnostic/diagnostic.ts';
import type { KindRegistry } from '../model/registry.ts';
import type { ModelSchema } from '../model/model.ts';
import type { SourceText } from '../source/source-text.ts';

/**
 * Marks every diagnostic on whose lines a secret may stand in clear, whatever it is about: a duplicate
 * key or a syntax mistake beside a password must not make a view print the password.
 */
export function hideSecrets(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, SourceText>,
  registry: KindRegistry,
): readonly Diagnostic[] {
  if (diagnostics.length === 0) return diagnostics;
  const fields = sensitiveFields(registry);
  if (fields.length === 0) return diagnostics;
  const pattern = new RegExp(
    `(?:^|[\\s{,"'?-])(?:${fields.map(escaped).join('|')})["']?\\s*:[^\\S\\n]*(?!["']?\\$\\{secrets\\.)\\S`,
    'm',
  );
  const showsSecret = (at: SourceRange): boolean => {
    const above = { ...at, start: { ...at.start, line: Math.max(1, at.start.line - 1) } };
    return pattern.test(sources.get(at.file)?.linesOf(above) ?? '');
  };
  return diagnostics.map((diagnostic) => {
    const places = [
      ...(diagnostic.at === undefined ? [] : [diagnostic.at]),
      ...(diagnostic.related ?? []).map(({ at }) => at),
    ];
    return diagnostic.sensitive === true || !places.some(showsSecret) ? diagnostic : { ...diagnostic, sensitive: true };
  });
}

/** Names of the properties that hold secrets, in any kind. */
function sensitiveFields(registry: KindRegistry): readonly string[] {
  const fields = new Set<string>();
  const visit = (schema: ModelSchema): void => {
    const { properties = {}, $defs = {}, patternProperties = {}, additionalProperties, items, anyOf = [] } = schema;
    for (const [name, property] of Object.entries(properties)) if (property['x-sensitive'] === true) fields.add(name);
    const single = [additionalProperties, items].filter((child) => typeof child === 'object');
    for (const child of [
      ...Object.values(properties),
      ...Object.values($defs),
      ...Object.values(patternProperties),
      ...single,
      ...anyOf,
    ])
      visit(child);
  };
  for (const { model } of registry.kinds.values()) visit(model.schema);
  return [...fields];
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
