import type { SubjectFinding } from '../validate/subject.ts';
import type { LoadedDocument, PlacedFinding } from './loaded-document.ts';

/** Gives a finding about subjects its document back. */
export function placeTogether(finding: SubjectFinding, documents: readonly LoadedDocument[]): PlacedFinding {
  const document = documents[finding.subject];
  if (document === undefined) throw new RangeError(`a finding names subject ${finding.subject} of ${documents.length}`);
  return { finding, place: { yaml: document.yaml, base: document.base, variant: document.variants[finding.variant] } };
}
