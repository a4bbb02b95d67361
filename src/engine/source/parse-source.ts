import { type Event, parseEvents, YAMLException } from 'js-yaml';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { constructDocuments, maximumDepth } from './construct-documents.ts';
import type { SourceText } from './source-text.ts';
import { explainSyntax } from './syntax-problem.ts';
import type { Segment, YamlDocument } from './yaml-document.ts';

export interface ParsedSource {
  /** Empty documents (`---` with nothing after it) are left out. */
  readonly documents: readonly YamlDocument[];
  readonly diagnostics: readonly Diagnostic[];
  /** Mistakes beyond those listed. */
  readonly omitted: number;
  /** Parts that could not be parsed: what they define is unknown. */
  readonly lost: readonly Segment[];
}

/** A file with more broken documents than this is no YAML at all. */
const maximumLost = 100;
const nothing: ParsedSource = { documents: [], diagnostics: [], lost: [], omitted: 0 };

/**
 * Parses all documents of a file. A syntax mistake costs only the document it stands in: the others are
 * parsed by themselves, so that all mistakes of the file are found at once.
 */
export function parseSource(source: SourceText): ParsedSource {
  const whole: Segment = { from: 0, to: source.text.length };
  const attempt = parseSegment(source, whole);
  if (attempt.lost.length === 0) return attempt;
  const segments = splitDocuments(source.text);
  if (segments.length < 2) return attempt;
  const documents: YamlDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  const lost: Segment[] = [];
  let omitted = 0;
  for (const segment of segments) {
    const part =
      lost.length < maximumLost ? parseSegment(source, segment) : { ...nothing, lost: [segment], omitted: 1 };
    for (const document of part.documents) documents.push(document);
    for (const diagnostic of part.diagnostics) diagnostics.push(diagnostic);
    for (const segmentLost of part.lost) lost.push(segmentLost);
    omitted += part.omitted;
  }
  return { documents, diagnostics, lost, omitted };
}

/** Parser events of one segment; throws what the parser throws. */
export function segmentEvents(
  source: SourceText,
  segment: Segment,
): { readonly text: string; readonly events: readonly Event[] } {
  const text = source.text.slice(segment.from, segment.to);
  return { text, events: parseEvents(text, { maxDepth: maximumDepth }) };
}

export interface ReadSegment {
  readonly segment: Segment;
  readonly text: string;
  /** Null when it cannot be parsed. */
  readonly events: readonly Event[] | null;
}

/** A file's text cut as `parseSource` cuts it, with the parser's events. */
export function readSegments(source: SourceText): readonly ReadSegment[] {
  const whole: Segment = { from: 0, to: source.text.length };
  const { events } = tryEvents(source, whole);
  const cut = events === null ? splitDocuments(source.text) : [];
  if (cut.length < 2) return [{ segment: whole, text: source.text, events }];
  let lost = 0;
  return cut.map((segment) => {
    const text = source.text.slice(segment.from, segment.to);
    const read = lost < maximumLost ? tryEvents(source, segment).events : null;
    if (read === null) lost++;
    return { segment, text, events: read };
  });
}

function parseSegment(source: SourceText, segment: Segment): ParsedSource {
  const { text, events, failure } = tryEvents(source, segment);
  if (events === null) {
    return { ...nothing, diagnostics: [explainSyntax(source, segment, failure)], lost: [segment] };
  }
  const { texts, documents, problems, omitted } = constructDocuments(text, events);
  return {
    documents: documents.flatMap((document, index) => {
      const { value, placeholderTexts, mayHoldBooleans, broken } = document;
      return document.empty
        ? []
        : [{ source, segment, index, value, texts, placeholderTexts, mayHoldBooleans, broken }];
    }),
    diagnostics: problems.map((problem) => ({
      ...problem.statement,
      at: source.range(segment.from + problem.from, segment.from + problem.to),
      ...(problem.related === undefined
        ? {}
        : {
            related: [
              {
                message: problem.related.message,
                at: source.range(segment.from + problem.related.from, segment.from + problem.related.to),
              },
            ],
          }),
    })),
    lost: [],
    omitted,
  };
}

function tryEvents(source: SourceText, segment: Segment) {
  try {
    return { ...segmentEvents(source, segment), failure: null };
  } catch (error) {
    if (!(error instanceof YAMLException) && !(error instanceof RangeError)) throw error;
    return { text: '', events: null, failure: error };
  }
}

/** Cuts before every `---` line. A `%` directive belongs to the next document, so such files stay whole. */
function splitDocuments(text: string): readonly Segment[] {
  if (/^%/m.test(text)) return [];
  const starts = [0];
  for (const match of text.matchAll(/^---(?=[ \t\r\n]|$)/gm)) if (match.index > 0) starts.push(match.index);
  return starts.map((from, index) => ({ from, to: starts[index + 1] ?? text.length }));
}
