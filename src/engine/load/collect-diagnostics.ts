import type { Diagnostic, RelatedPlace, SourceRange } from '../diagnostic/diagnostic.ts';
import type { Positions, Trace } from '../source/positions.ts';
import type { Finding } from '../validate/finding.ts';
import { AliasBlame } from './blame-alias.ts';
import type { LoadedDocument } from './loaded-document.ts';
import { type PlacedFinding, type PlacedPointer, placeFinding, traceAll } from './locate-finding.ts';

/**
 * Turns findings into diagnostics with line and column. The same mistake seen in several environments
 * is said once.
 */
export function collectDiagnostics(
  findings: readonly PlacedFinding[],
  documents: readonly LoadedDocument[],
  positions: Positions,
): readonly Diagnostic[] {
  const places: PlacedPointer[] = [];
  for (const { finding, place } of findings) {
    places.push(placeFinding(finding, place));
    for (const related of finding.related ?? []) {
      const document = documents[related.subject];
      if (document === undefined) continue;
      const { yaml, base, variants } = document;
      const variant = related.variant === undefined ? undefined : variants[related.variant];
      places.push(placeFinding(related, { yaml, base, variant }));
    }
  }
  const traces = traceAll(places, positions).values();
  const traced = findings.map(({ finding }) => ({
    finding,
    mistake: { code: finding.code, pointer: finding.pointer, trace: take(traces) },
    related: (finding.related ?? []).flatMap(({ subject, message }) =>
      documents[subject] === undefined ? [] : [{ message, at: placeIn(take(traces)) }],
    ),
  }));
  const blame = new AliasBlame(traced.map(({ mistake }) => mistake));
  const diagnostics = new Map<string, Diagnostic>();
  for (const { finding, mistake, related } of traced) {
    const { at, origin } = blame.placeOf(mistake);
    const rest = isOfOneValue(finding) ? '' : finding.message;
    const identity = `${finding.code}\n${at.file}\n${at.start.line}:${at.start.column}\n${rest}`;
    if (!diagnostics.has(identity)) diagnostics.set(identity, toDiagnostic(finding, at, [...related, ...origin]));
  }
  return [...diagnostics.values()];
}

/** A value has one type and one amount: that it has the wrong one for several reasons is one mistake. */
function isOfOneValue({ code, hint }: Finding): boolean {
  return /^(?:value|money)\//.test(code) || hint?.startsWith('The value comes from') === true;
}

/** In the document itself: the alias where one brings it. */
function placeIn({ aliases: [alias], written }: Trace): SourceRange {
  return alias?.at ?? written;
}

function take(traces: Iterator<Trace>): Trace {
  const next = traces.next();
  if (next.done === true) throw new RangeError('every place that was asked for has a text');
  return next.value;
}

function toDiagnostic(
  { code, severity, message, hint, sensitive }: Finding,
  at: SourceRange,
  related: readonly RelatedPlace[],
): Diagnostic {
  return {
    code,
    severity,
    message,
    at,
    ...(hint === undefined ? {} : { hint }),
    ...(related.length === 0 ? {} : { related }),
    ...(sensitive === true ? { sensitive } : {}),
  };
}
