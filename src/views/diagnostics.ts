import type { Diagnostic, SourceRange } from '../engine/diagnostic/diagnostic.ts';
import { codeFrame, type SourceLines } from './code-frame.ts';
import type { Style } from './style.ts';
import { count } from './text/count.ts';
import { visible } from './text/visible.ts';

/** The lines of the files that diagnostics point into, by the file's name as diagnostics give it. */
export type Sources = ReadonlyMap<string, SourceLines>;

/** Every diagnostic with its place and code frame, then one line that counts them. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], sources: Sources, style: Style): string {
  const blocks = diagnostics.map((diagnostic) => formatDiagnostic(diagnostic, sources, style));
  return [...blocks, summaryLine(diagnostics, style)].join('\n\n');
}

/** `validate --json`: outside tools rely on these names. */
export function diagnosticsJson(diagnostics: readonly Diagnostic[]): readonly DiagnosticJson[] {
  return diagnostics.map(({ code, severity, message, at, hint, related }) => ({
    code,
    severity,
    message,
    file: at?.file ?? null,
    start: at?.start ?? null,
    end: at?.end ?? null,
    ...(hint === undefined ? {} : { hint }),
    ...(related === undefined || related.length === 0
      ? {}
      : { related: related.map((place) => ({ message: place.message, ...place.at })) }),
  }));
}

/** Lines and columns are 1-based; `file`, `start` and `end` are null only when no file can be blamed. */
export interface DiagnosticJson {
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly message: string;
  readonly file: string | null;
  readonly start: SourceRange['start'] | null;
  readonly end: SourceRange['end'] | null;
  readonly hint?: string;
  readonly related?: readonly ({ readonly message: string } & SourceRange)[];
}

function formatDiagnostic(diagnostic: Diagnostic, sources: Sources, style: Style): string {
  const { at, code, hint, message, related = [], severity } = diagnostic;
  const label = severity === 'error' ? style.bad(style.strong('error')) : style.notice(style.strong('warning'));
  const lines = [
    `${at === undefined ? '' : `${place(at, style)}  `}${label}  ${style.strong(visible(message))}  ${style.faint(code)}`,
  ];
  // A sensitive value must not reach the terminal or a build log by way of its code frame.
  if (at !== undefined && diagnostic.sensitive !== true)
    lines.push(...codeFrame(sources.get(at.file) ?? [], at, style));
  if (hint !== undefined) lines.push(`    ${style.accent('hint:')} ${visible(hint)}`);
  for (const other of related) {
    lines.push(`  ${place(other.at, style)}  ${visible(other.message)}`);
    if (diagnostic.sensitive !== true) lines.push(...codeFrame(sources.get(other.at.file) ?? [], other.at, style));
  }
  return lines.join('\n');
}

function place(at: SourceRange, style: Style): string {
  return `${style.accent(visible(at.file))}:${at.start.line}:${at.start.column}`;
}

function summaryLine(diagnostics: readonly Diagnostic[], style: Style): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = diagnostics.length - errors.length;
  const files = new Set(diagnostics.flatMap(({ at }) => (at === undefined ? [] : [at.file])));
  const counted = [
    ...(errors.length > 0 ? [style.bad(count(errors.length, 'error'))] : []),
    ...(warnings > 0 ? [style.notice(count(warnings, 'warning'))] : []),
  ].join(' and ');
  return files.size === 0 ? counted : `${counted} in ${count(files.size, 'file')}`;
}
