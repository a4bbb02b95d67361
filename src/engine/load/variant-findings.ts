import { isJsonObject, type JsonObject } from '../json.ts';
import { parsePointer, valueAt } from '../pointer.ts';
import type { YamlDocument } from '../source/yaml-document.ts';
import type { Finding } from '../validate/finding.ts';
import type { DocumentVariant } from './document-variants.ts';
import type { PlacedFinding } from './locate-finding.ts';
import { deepestInPatch, placeFinding } from './locate-finding.ts';
import { withVariables } from './written-variables.ts';

/** What was found in one variant of a document. */
export interface VariantCheck {
  readonly variant: DocumentVariant;
  readonly findings: readonly Finding[];
}

/**
 * What is wrong with a document in all its variants, each mistake once. What only an overlay brings about is
 * blamed on the overlay, by the environment's name; `baseFindings` are those of the document without any.
 */
export function variantFindings(
  yaml: YamlDocument,
  base: JsonObject,
  checks: readonly VariantCheck[],
  baseFindings: () => readonly Finding[],
): readonly PlacedFinding[] {
  if (checks.every(({ findings }) => findings.length === 0)) return [];
  let ofBase: ReadonlySet<string> | undefined;
  const found = new Map<string, Found>();
  for (const { variant, findings } of checks) {
    for (const finding of findings) {
      ofBase ??= new Set(baseFindings().map(identityOf));
      const blamed = blame(finding, { yaml, base, variant }, ofBase);
      const identity = `${finding.code} ${blamed.finding.pointer} ${String(blamed.finding.atKey === true)} ${finding.missing ?? finding.about ?? ''}`;
      const earlier = found.get(identity);
      if (earlier === undefined) {
        found.set(identity, {
          ...blamed,
          environments: [...variant.environments],
          messages: new Set([finding.message]),
        });
      } else if (earlier.messages.has(finding.message)) {
        earlier.environments.push(...variant.environments);
      } else if (variant.overlay === undefined && earlier.fromOverlay === false) {
        earlier.differs = true;
      } else {
        earlier.messages.add(finding.message);
      }
    }
  }
  const count = checks.flatMap(({ variant }) => variant.environments).length;
  return [...found.values()].map((one) => describe(one, count, yaml, base));
}

interface Blamed {
  readonly finding: Finding;
  /** Written in an overlay, so that its place says which environment is meant. */
  readonly fromOverlay: boolean;
  /** Only the overlay and the base together are wrong. */
  readonly isMerged: boolean;
}

interface Found extends Blamed {
  readonly environments: string[];
  readonly messages: Set<string>;
  differs?: boolean;
}

interface Place {
  readonly yaml: YamlDocument;
  readonly base: JsonObject;
  readonly variant: DocumentVariant;
}

function blame(finding: Finding, place: Place, ofBase: ReadonlySet<string>): Blamed {
  const { overlay } = place.variant;
  const { pointer } = placeFinding(finding, place);
  if (overlay === undefined) return { finding, fromOverlay: false, isMerged: false };
  if (pointer !== finding.pointer) return { finding: { ...finding, pointer }, fromOverlay: true, isMerged: false };
  if (ofBase.has(identityOf(finding))) return { finding, fromOverlay: false, isMerged: false };
  const within = deepestInPatch(overlay.patch, [finding.pointer, ...(finding.because ?? [])]) ?? '';
  const patched = valueAt(overlay.patch, parsePointer(within));
  const atKey = patched === null || isJsonObject(patched) || finding.atKey === true;
  return { finding: { ...finding, pointer: overlay.pointer + within, atKey }, fromOverlay: true, isMerged: true };
}

function describe(found: Found, count: number, yaml: YamlDocument, base: JsonObject): PlacedFinding {
  const { finding, environments, fromOverlay, isMerged, differs } = found;
  const explained = withVariables(finding, base);
  // What an overlay puts right, or a variable makes wrong, is wrong in some environments only.
  const dependsOn = explained !== finding || finding.missing !== undefined;
  const isSome = !fromOverlay && dependsOn && (environments.length < count || differs === true);
  return { finding: isMerged || isSome ? inEnvironments(explained, environments) : explained, place: { yaml, base } };
}

/** `…, in environment production.` */
export function inEnvironments(finding: Finding, environments: readonly string[]): Finding {
  const names = environments.filter((name) => name !== '*' && name !== '').map((name) => `\`${name}\``);
  if (names.length === 0 || names.some((name) => finding.message.includes(`environment ${name}`))) return finding;
  const where = `environment${names.length === 1 ? '' : 's'} ${names.join(', ')}`;
  return { ...finding, message: `${finding.message.replace(/\.$/, ',')} in ${where}.` };
}

function identityOf({ code, pointer, message }: Finding): string {
  return `${code} ${pointer} ${message}`;
}
