import type { Diagnostic, RelatedPlace, SourceRange } from '../diagnostic/diagnostic.ts';
import type { Positions } from '../source/positions.ts';
import type { Finding } from '../validate/finding.ts';
import type { LoadedDocument } from './loaded-document.ts';
import { locateAll, type PlacedFinding, type PlacedPointer, placeFinding } from './locate-finding.ts';

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
  const ranges = locateAll(places, positions).values();
  const diagnostics = new Map<string, Diagnostic>();
  for (const { finding } of findings) {
    const at = take(ranges);
    const related = (finding.related ?? []).flatMap(({ subject, message }) =>
      documents[subject] === undefined ? [] : [{ message, at: take(ranges) }],
    );
    const rest = isOfOneValue(finding) ? '' : finding.message;
    const identity = `${finding.code}\n${at.file}\n${at.start.line}:${at.start.column}\n${rest}`;
    if (!diagnostics.has(identity)) diagnostics.set(identity, toDiagnostic(finding, at, related));
  }
  return [...diagnostics.values()];
}

/** A value has one type and one amount: that it has the wrong one for several reasons is one mistake. */
function isOfOneValue({ code, hint }: Finding): boolean {
  return /^(?:value|money)\//.test(code) || hint?.startsWith('The value comes from') === true;
}

function take(ranges: Iterator<SourceRange>): SourceRange {
  const next = ranges.next();
  if (next.done === true) throw new RangeError('every place that was asked for has a range');
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
