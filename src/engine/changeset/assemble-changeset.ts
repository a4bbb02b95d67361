import { hashJson } from '../canonical-json.ts';
import type { KindRegistry } from '../model/registry.ts';
import type { EnvironmentSettings } from '../resource.ts';
import { toJson } from '../to-json.ts';
import {
  type Change,
  type Changeset,
  type ChangesetSummary,
  type Conflict,
  changesetFormatVersion,
} from './changeset.ts';
import type { DraftChange } from './draft-change.ts';
import { sampledFigures } from './figures.ts';
import { finishImpacts, impactTotals } from './finish-impacts.ts';
import { type AllowedFigures, findGuardrails } from './guardrails.ts';
import type { Impact, ToldImpact } from './impact.ts';

export interface ChangesetParts {
  readonly project: string;
  readonly environment: string;
  /** In dependency order. */
  readonly drafts: readonly DraftChange[];
  /** One for each draft, in the same order. */
  readonly impacts: readonly ToldImpact[];
  readonly conflicts: readonly Conflict[];
  /** `after` is null only between revisions that had none. */
  readonly settings: { readonly before: EnvironmentSettings | null; readonly after: EnvironmentSettings | null };
  /** Figures that may be over their limit, each exactly as named. */
  readonly allow?: AllowedFigures;
}

/** The last step of a plan: counts, guardrails and the fingerprint. Pure; the result is frozen. */
export function assembleChangeset(parts: ChangesetParts, registry: KindRegistry): Changeset {
  const impacts = finishImpacts(parts.impacts);
  const changes = parts.drafts.map(
    (draft, index): Change => Object.freeze({ ...draft, impact: impactOf(impacts, index) }),
  );
  const impact = impactTotals(parts.impacts);
  const summary = summarize(changes);
  const settings = changedSettings(parts.settings);
  const unsigned = {
    formatVersion: changesetFormatVersion,
    project: parts.project,
    environment: parts.environment,
    summary,
    impact,
    changes: Object.freeze(changes),
    ...(settings === undefined ? {} : { settings }),
    guardrails: findGuardrails(
      {
        changes,
        summary,
        impact,
        settings: parts.settings.before,
        settingsChange: settings !== undefined,
        allow: parts.allow ?? {},
      },
      registry,
    ),
    conflicts: parts.conflicts,
  } as const;
  return Object.freeze({ ...unsigned, fingerprint: fingerprintOf(unsigned) });
}

/** True when applying would change nothing at all. */
export function isEmpty(changeset: Pick<Changeset, 'changes' | 'settings'>): boolean {
  return changeset.changes.length === 0 && changeset.settings === undefined;
}

/**
 * Two changesets with one fingerprint make the same change to the same live state, felt by the same
 * tenants and members. Texts and guardrail wording are left out on purpose.
 */
export function fingerprintOf(changeset: Omit<Changeset, 'fingerprint'>): string {
  return hashJson(
    toJson({
      project: changeset.project,
      environment: changeset.environment,
      settings: changeset.settings ?? null,
      changes: changeset.changes.map((change) => [
        change.action,
        change.kind,
        change.key,
        change.from ?? null,
        change.owner,
        change.beforeHash,
        change.afterHash,
        change.impact.status,
        settledFigures(change.impact),
        change.impact.affectedHash ?? null,
      ]),
      ...(changeset.conflicts.length === 0
        ? {}
        : { conflicts: changeset.conflicts.map(({ key, kind }) => [kind, key]) }),
    }),
  );
}

function settledFigures({ figures }: Impact): Impact['figures'] | null {
  if (figures === undefined) return null;
  return Object.fromEntries(Object.entries(figures).filter(([figure]) => !sampledFigures.has(figure)));
}

function summarize(changes: readonly Change[]): ChangesetSummary {
  const summary = { create: 0, update: 0, delete: 0, rename: 0 };
  for (const change of changes) summary[change.action] += 1;
  return summary;
}

function impactOf(impacts: readonly Impact[], index: number): Impact {
  const impact = impacts[index];
  if (impact === undefined) throw new Error('every change needs an impact');
  return impact;
}

function changedSettings({ before, after }: ChangesetParts['settings']): Changeset['settings'] {
  if (after === null) return undefined;
  const same = before !== null && hashJson(toJson(before)) === hashJson(toJson(after));
  return same ? undefined : { before, after };
}
