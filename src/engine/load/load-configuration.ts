import type { LoadResult } from '../configuration.ts';
import type { Diagnostic, Position } from '../diagnostic/diagnostic.ts';
import { state } from '../diagnostic/statement.ts';
import type { KindRegistry } from '../model/registry.ts';
import { atStart } from '../source/decode-source.ts';
import { parseSource } from '../source/parse-source.ts';
import { Positions } from '../source/positions.ts';
import type { SourceText } from '../source/source-text.ts';
import type { YamlDocument } from '../source/yaml-document.ts';
import { checkTogether } from '../validate/check-together.ts';
import { preparedKinds } from '../validate/prepared-kind.ts';
import { collectDiagnostics } from './collect-diagnostics.ts';
import { configurationFrom } from './configuration-from.ts';
import { FileBudget } from './file-budget.ts';
import { findFiles, projectFileName } from './find-files.ts';
import { hideSecrets } from './hide-secrets.ts';
import { troubleOf } from './file-trouble.ts';
import { loadProject } from './load-project.ts';
import { nameDirectory } from './name-directory.ts';
import { type LoadedDocument, loadDocument } from './loaded-document.ts';
import type { PlacedFinding } from './locate-finding.ts';
import { isSource, readFound, readSource, readWords } from './read-source.ts';
import type { SourceFiles } from './source-files.ts';
import { placeTogether } from './place-together.ts';
import { UnknownContent } from './unknown-content.ts';
import { isWrittenOpenApi } from './written-openapi.ts';

export interface LoadRequest {
  /** The folder that holds dream.yaml, as the host's files understand it. */
  readonly directory: string;
  readonly files: SourceFiles;
  readonly registry: KindRegistry;
  /** Told how many bytes the files hold together, before the first of them is read. */
  readonly whenFound?: ((bytes: number) => void) | undefined;
}

/**
 * Loads and checks a whole project: every mistake in every file becomes a diagnostic, none a rejection.
 * What stands in files that cannot be read or parsed is unknown, and nothing is said about references to it.
 */
export async function loadConfiguration(request: LoadRequest): Promise<LoadResult> {
  const { directory, files, registry, whenFound } = request;
  const projectSource = await readProjectFile(files, directory);
  if (!isSource(projectSource)) return { configuration: null, diagnostics: [projectSource], fileCount: 0 };

  const positions = new Positions();
  const { project, outline, ignore, diagnostics: projectDiagnostics } = loadProject(projectSource, positions);
  const found = await findFiles(files, directory, ignore);
  whenFound?.(found.files.reduce((sum, { size }) => sum + size, 0));
  const diagnostics: Diagnostic[] = [...projectDiagnostics, ...found.diagnostics];
  const sources = new Map<string, SourceText>([[projectFileName, projectSource]]);
  const unknown = new UnknownContent(found.incomplete);
  const kinds = preparedKinds(registry);
  const documents: LoadedDocument[] = [];
  const keyless: LoadedDocument[] = [];
  const findings: PlacedFinding[] = [];

  const budget = new FileBudget();
  let passedOver = 0;

  for (const file of found.files) {
    const { path } = file;
    const source = await readFound(files, directory, file);
    if (!isSource(source)) {
      diagnostics.push(source);
      unknown.addFile(await readWords(files, directory, path, source));
      continue;
    }
    if (isWrittenOpenApi(source.text)) {
      passedOver += 1;
      continue;
    }
    sources.set(path, source);
    const parsed = parseSource(source);
    for (const diagnostic of parsed.diagnostics) if (budget.take(path)) diagnostics.push(diagnostic);
    budget.omit(path, parsed.omitted);
    unknown.addLost(source, parsed);
    for (const yaml of parsed.documents) {
      const result = loadDocument(yaml, kinds, outline);
      if (result.loaded !== null) documents.push(result.loaded);
      else if (result.keyless !== undefined) keyless.push(result.keyless);
      for (const finding of result.findings) if (budget.take(path, finding.finding.more)) findings.push(finding);
      if (result.doubtfulKey !== undefined) unknown.addKey(result.doubtfulKey);
    }
  }

  const all = keyless.length === 0 ? documents : [...documents, ...keyless];
  const subjects = all.map(({ subject }) => subject);
  const together: PlacedFinding[] = [];
  for (const finding of checkTogether(subjects, kinds, {
    doubtAbout: (key) => unknown.doubtAbout(key),
    keyless: documents.length,
    modeOf: (environment) => outline?.environments.get(environment)?.mode ?? 'test',
  })) {
    const placed = placeTogether(finding, all);
    if (budget.take(placed.place.yaml.source.file, finding.more)) together.push(placed);
  }
  // What is wrong with a value as YAML makes whatever else is wrong with it.
  const broken = new Set(diagnostics.map(placeText));
  // A mapping lacks what was written under a key that is none.
  const lostKeys = diagnostics.filter(({ code }) => code === 'yaml/key-not-text');
  const collected = collectDiagnostics(withoutFollowers(findings, together), all, positions);
  const wrong = new Set(collected.filter(({ severity }) => severity === 'error').map(placeText));
  for (const diagnostic of collected) {
    const place = placeText(diagnostic);
    // A warning about what is wrong anyway is one message too many.
    const isSaid =
      broken.has(place) ||
      lostKeys.some((key) => encloses(diagnostic, key)) ||
      (diagnostic.severity === 'warning' && wrong.has(place));
    if (isSaid || isQuoted(diagnostic, sources)) continue;
    diagnostics.push(diagnostic);
  }

  diagnostics.push(...budget.remainders());
  const shown = hideSecrets(diagnostics.toSorted(byPlace), sources, registry);
  const failed = project === null || shown.some(({ severity }) => severity === 'error');
  return {
    configuration: failed ? null : configurationFrom(project, documents),
    diagnostics: shown,
    fileCount: found.files.length + 1 - passedOver,
  };
}

/** With what was found among the documents, and without what only follows from that. */
function withoutFollowers(
  findings: readonly PlacedFinding[],
  together: readonly PlacedFinding[],
): readonly PlacedFinding[] {
  if (together.length === 0) return findings;
  const mistaken = new Map<YamlDocument, Set<string>>();
  for (const { finding, place } of together) {
    const places = mistaken.get(place.yaml) ?? new Set();
    mistaken.set(place.yaml, places.add(finding.pointer));
  }
  const rests = ({ finding, place }: PlacedFinding) =>
    finding.because?.some((pointer) => mistaken.get(place.yaml)?.has(pointer)) === true;
  return [...findings.filter((placed) => !rests(placed)), ...together];
}

function encloses({ at, code }: Diagnostic, { at: inner }: Diagnostic): boolean {
  if (at === undefined || inner === undefined || at.file !== inner.file || code.startsWith('yaml/')) return false;
  return comparePositions(at.start, inner.start) <= 0 && comparePositions(inner.end, at.end) <= 0;
}

function comparePositions(left: Position, right: Position): number {
  return left.line - right.line || left.column - right.column;
}

/** A text in quotes, or brought by a variable, is no boolean to anybody. */
function isQuoted({ code, at }: Diagnostic, sources: ReadonlyMap<string, SourceText>): boolean {
  if (code !== 'yaml/old-boolean' || at === undefined) return false;
  const first =
    sources
      .get(at.file)
      ?.linesOf(at)
      .charAt(at.start.column - 1) ?? '';
  return !/[a-z]/i.test(first);
}

async function readProjectFile(files: SourceFiles, directory: string): Promise<SourceText | Diagnostic> {
  try {
    await files.stat(`${directory}/${projectFileName}`);
  } catch (error) {
    if (troubleOf(error) === 'not-found' || troubleOf(error) === 'not-a-directory') {
      const hint = await otherNameHint(files, directory);
      return atStart(projectFileName, state('project/not-found', { directory: nameDirectory(directory) }, { hint }));
    }
  }
  return readSource(files, directory, projectFileName);
}

async function otherNameHint(files: SourceFiles, directory: string): Promise<string> {
  try {
    const entries = await files.list(directory);
    const other = entries.find(({ name }) => /^dream\.ya?ml$/i.test(name));
    if (other !== undefined) return `Rename ${other.name} to ${projectFileName}.`;
    return 'Change to the folder of your project, or begin one with `dream init`.';
  } catch (error) {
    if (troubleOf(error) === 'not-a-directory') return 'This is a file: name the folder it stands in.';
    return 'There is no such folder, or it cannot be read.';
  }
}

function placeText({ at }: Diagnostic): string {
  return at === undefined ? '' : `${at.file}:${at.start.line}:${at.start.column}`;
}

function byPlace(left: Diagnostic, right: Diagnostic): number {
  const [one, other] = [left.at, right.at];
  if (one === undefined || other === undefined) return one === other ? 0 : one === undefined ? -1 : 1;
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.start.line - other.start.line || one.start.column - other.start.column;
}
