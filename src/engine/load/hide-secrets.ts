import type { Diagnostic, RelatedPlace, SourceRange } from '../diagnostic/diagnostic.ts';
import { isJsonObject } from '../json.ts';
import type { KindRegistry } from '../model/registry.ts';
import { constructDocuments } from '../source/construct-documents.ts';
import { readSegments } from '../source/parse-source.ts';
import type { SourceText } from '../source/source-text.ts';
import { type SensitiveNames, SensitiveNamesByKind } from './sensitive-names.ts';
import { isReference, sensitiveSpans } from './sensitive-spans.ts';

/**
 * Marks every diagnostic on whose lines a secret may stand in clear, whatever it is about, and takes secrets
 * out of the messages themselves: a mistake beside a password, or in what an alias brings from there, must
 * not make a view print the password.
 */
export function hideSecrets(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, SourceText>,
  registry: KindRegistry,
): readonly Diagnostic[] {
  if (diagnostics.length === 0) return diagnostics;
  const names = new SensitiveNamesByKind(registry);
  if (names.isEmpty) return diagnostics;
  const known = new Map<string, SensitiveLines>();
  const linesOf = (file: string): SensitiveLines => {
    const lines = known.get(file) ?? sensitiveLines(sources.get(file), names);
    known.set(file, lines);
    return lines;
  };
  return diagnostics.map((diagnostic) => hide(diagnostic, linesOf));
}

/** The lines of a file that hold secrets, and the secrets. */
interface SensitiveLines {
  readonly lines: ReadonlySet<number>;
  readonly texts: ReadonlySet<string>;
}

const none: SensitiveLines = { lines: new Set(), texts: new Set() };
/** A secret shorter than this is looked for only in what is said of its own place: every message holds an `a`. */
const shortestEverywhere = 6;

function hide(diagnostic: Diagnostic, linesOf: (file: string) => SensitiveLines): Diagnostic {
  const { at, related = [] } = diagnostic;
  const places = [...(at === undefined ? [] : [at]), ...related.map((place) => place.at)];
  const isShown = places.some((place) => shows(place, linesOf(place.file).lines));
  const texts = places.flatMap(({ file }) =>
    [...linesOf(file).texts].filter((text) => isShown || text.length >= shortestEverywhere),
  );
  if (!isShown && texts.length === 0) return diagnostic;
  const said = {
    message: masked(diagnostic.message, texts),
    ...hintOf(diagnostic, texts, isShown),
    ...(diagnostic.related === undefined
      ? {}
      : {
          related: related.map((place): RelatedPlace => ({ ...place, message: masked(place.message, texts) })),
        }),
  };
  const { hint: _, ...rest } = diagnostic;
  return { ...rest, ...said, ...(isShown ? { sensitive: true } : {}) };
}

/** Text that is not valid YAML is quoted as it stands, and nobody knows what of it is the secret. */
function hintOf({ code, hint }: Diagnostic, texts: readonly string[], isShown: boolean): { readonly hint?: string } {
  if (hint === undefined || (isShown && code === 'yaml/syntax')) return {};
  return { hint: masked(hint, texts) };
}

/** A view shows the lines of a place and the one before it. */
function shows({ start, end }: SourceRange, lines: ReadonlySet<number>): boolean {
  for (let line = start.line - 1; line <= end.line; line++) if (lines.has(line)) return true;
  return false;
}

function masked(message: string, texts: readonly string[]): string {
  let result = message;
  for (const text of texts) {
    // As a message quotes it: whole, cut short, or without its line breaks.
    for (const quoted of [text, text.slice(0, 57), text.trim()]) {
      if (quoted !== '') result = result.replaceAll(quotedIn(quoted), (_, open: string) => `${open}…`);
    }
  }
  return result;
}

/** Only where it is quoted, or stands for itself: the secret `a` must not tear words apart. */
function quotedIn(text: string): RegExp {
  const escaped = text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`(^|[^\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu');
}

function sensitiveLines(source: SourceText | undefined, byKind: SensitiveNamesByKind): SensitiveLines {
  if (source === undefined) return none;
  const lines = new Set<number>();
  const texts = new Set<string>();
  const addLines = (from: number, to: number) => {
    const last = source.position(to).line;
    for (let { line } = source.position(from); line <= last; line++) lines.add(line);
  };
  for (const { segment, text, events } of readSegments(source)) {
    if (events === null) {
      const from = firstSecret(text, byKind.forKind(undefined));
      if (from !== null) addLines(segment.from + from, segment.to);
      continue;
    }
    const names = constructDocuments(text, events).documents.map(({ value }) => {
      const kind = isJsonObject(value) ? value['kind'] : undefined;
      return byKind.forKind(typeof kind === 'string' ? kind : undefined);
    });
    const found = sensitiveSpans(text, events, names);
    for (const { from, to } of found.spans) addLines(segment.from + from, segment.from + to);
    for (const secret of found.texts) texts.add(secret);
  }
  return { lines, texts };
}

/**
 * Where the first key of a secret stands in text that is not valid YAML: nobody can tell where its value
 * ends, so that everything after it is kept back.
 */
function firstSecret(text: string, names: SensitiveNames): number | null {
  const key =
    /(?:^|[\s{,?-])(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'|([^\s{}[\],:"'?#-][^\s{}[\],:"']*))[ \t]*(?:\r?\n[ \t]*)?:/gm;
  for (const match of text.matchAll(key)) {
    const name = unescaped(match[1] ?? match[2] ?? match[3] ?? '');
    if (!names.has(name)) continue;
    const [line = ''] = text.slice(match.index + match[0].length).split(/\r?\n/, 1);
    const [, value = ''] = /^\s*["']?([^"'}]*\}?)["']?\s*,?\s*$/.exec(line) ?? [];
    if (!isReference(value)) return match.index;
  }
  return null;
}

function unescaped(text: string): string {
  return text.replaceAll(/\\u([0-9A-Fa-f]{4})|\\x([0-9A-Fa-f]{2})/g, (_, long?: string, short?: string) =>
    String.fromCharCode(Number.parseInt(long ?? short ?? '0', 16)),
  );
}
