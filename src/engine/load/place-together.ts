import { inEnvironments } from './variant-findings.ts';
import { withVariables } from './written-variables.ts';
import type { SubjectFinding } from '../validate/subject.ts';
import type { LoadedDocument } from './loaded-document.ts';
import type { PlacedFinding } from './locate-finding.ts';

/** Gives a finding about subjects its document back. */
export function placeTogether(finding: SubjectFinding, documents: readonly LoadedDocument[]): PlacedFinding {
  const document = documents[finding.subject];
  if (document === undefined) throw new RangeError(`a finding names subject ${finding.subject} of ${documents.length}`);
  const { yaml, base, variants } = document;
  const variant = variants[finding.variant];
  const named = withVariables(finding, base);
  const isSome = named !== finding && variants.length > 1 && variant !== undefined;
  return {
    finding: isSome ? inEnvironments(named, finding.environments ?? variant.environments) : named,
    place: { yaml, base, variant },
  };
}
