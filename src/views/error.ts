import type { Conflict, GuardrailFinding } from '../engine/changeset/changeset.ts';
import { isJsonObject, type Json } from '../engine/json.ts';
import { isPlatformError, toBody, type ErrorBody } from '../engine/platform-error/index.ts';
import { conflictLines } from './changeset-text.ts';
import { allowOptions, guardrailText } from './changeset-wording.ts';
import type { Style } from './style.ts';
import { count } from './text/count.ts';
import { visible } from './text/visible.ts';

const shownConflicts = 20;

/** An error for the person at the terminal: what happened, what stands in the way, what to do. Never a stack trace. */
export function formatError(error: unknown, style: Style): string {
  if (!isPlatformError(error)) {
    const message = error instanceof Error ? error.message : String(error);
    return `${style.bad(style.strong('internal error'))}  ${visible(message)}\nThis is a mistake in Dream. Run again with DREAM_DEBUG=1 to see where it happened.`;
  }
  const { code, details, message, requestId, retryAfter } = error;
  const lines = [
    `${style.bad(style.strong('error'))}  ${style.strong(visible(message))}  ${style.faint(visible(code))}`,
  ];
  const hint = details?.['hint'];
  if (typeof hint === 'string') lines.push(`  ${style.accent('hint:')} ${visible(hint)}`);
  lines.push(...guardrailLines(details?.['guardrails'], style), ...conflictsOf(details?.['conflicts'], style));
  if (retryAfter !== undefined) lines.push(`  Try again in ${count(retryAfter, 'second')}.`);
  if (requestId !== undefined) lines.push(style.faint(`  request ${visible(requestId)}`));
  return lines.join('\n');
}

/** With `--json` errors are JSON too, of the same shape as the server's; one that met no server has no request id. */
export function errorJson(error: unknown): ErrorBody {
  if (isPlatformError(error)) return toBody(error, error.requestId);
  const message = error instanceof Error ? error.message : String(error);
  return {
    success: false,
    error: { code: 'cli/internal', message, userMessage: 'Something went wrong.' },
  };
}

function guardrailLines(findings: Json | undefined, style: Style): readonly string[] {
  if (!Array.isArray(findings)) return [];
  const known = findings.flatMap((finding: Json) => asFinding(finding) ?? []);
  const options = known.some(({ outcome }) => outcome === 'refused') ? allowOptions(known) : null;
  return [
    ...known.map((finding) => `  ${signOf(finding.outcome, style)}  ${visible(guardrailText(finding))}`),
    ...(options === null ? [] : [`  To allow exactly these figures: ${visible(options)}`]),
  ];
}

/** As {@link asConflict}: what a newer server calls otherwise still stands in the way. */
function asFinding(value: Json): GuardrailFinding | null {
  if (!isJsonObject(value)) return null;
  const { figure, limit, message, outcome, rule } = value;
  if (typeof rule !== 'string' || typeof message !== 'string') return null;
  return {
    rule,
    message,
    outcome: outcome === 'refused' || outcome === 'allowed' ? outcome : 'needs-approval',
    resources: [],
    ...(typeof figure === 'number' ? { figure } : {}),
    ...(typeof limit === 'number' ? { limit } : {}),
  };
}

function signOf(outcome: GuardrailFinding['outcome'], style: Style): string {
  if (outcome === 'allowed') return style.good('✓ allowed');
  return outcome === 'refused' ? style.bad('✗ refused') : style.notice('! needs approval');
}

function conflictsOf(conflicts: Json | undefined, style: Style): readonly string[] {
  if (!Array.isArray(conflicts)) return [];
  const shown = conflicts.slice(0, shownConflicts).flatMap((conflict: Json) => {
    const known = asConflict(conflict);
    return known === null ? [] : conflictLines(known, style);
  });
  const hidden = conflicts.length - shownConflicts;
  return hidden > 0 ? [...shown, style.faint(`  … ${count(hidden, 'more conflict')}`)] : shown;
}

/** Details arrive over the wire, from a server that may be newer than this program. */
function asConflict(value: Json): Conflict | null {
  if (!isJsonObject(value)) return null;
  const text = (name: string): string => (typeof value[name] === 'string' ? value[name] : '?');
  const fields = Array.isArray(value['fields']) ? value['fields'].filter(isJsonObject) : [];
  return {
    kind: text('kind'),
    key: text('key'),
    reason: value['reason'] === 'owned-by-api' ? 'owned-by-api' : 'moved-since-plan',
    message: text('message'),
    changedBy: text('changedBy'),
    changedAt: text('changedAt'),
    fields: fields.map(({ desired, live, path }) => ({
      path: typeof path === 'string' ? path : '?',
      ...(live === undefined ? {} : { live }),
      ...(desired === undefined ? {} : { desired }),
    })),
  };
}
