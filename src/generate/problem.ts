import type { YamlValue } from '../engine/source/parse-yaml-value.ts';

/** One mistake in a model file, for the person who writes models. */
export interface ModelProblem {
  /** The file, relative to the models folder. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  /** JSON pointer to the place inside the file. */
  readonly pointer: string;
  readonly message: string;
}

/** A file of the models folder, read. */
export interface ModelsFile {
  /** Relative to the models folder, with `/` separators: `billing/plan.yaml`. */
  readonly path: string;
  readonly yaml: YamlValue;
}

/** Where a schema stands: the file it is written in and the JSON pointer there. */
export interface Place {
  readonly file: ModelsFile;
  readonly pointer: string;
}

export function problemAt(place: Place, message: string, part: 'key' | 'value' = 'value'): ModelProblem {
  const position = place.file.yaml.positionOf(place.pointer, part);
  return { path: place.file.path, ...position, pointer: place.pointer, message };
}

/** `name` as one more segment of the place's pointer. */
export function inside(place: Place, ...names: readonly (string | number)[]): Place {
  const segments = names.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`);
  return { file: place.file, pointer: place.pointer + segments.join('') };
}

/** `models/billing/plan.yaml:7:3 /schema/properties/price: …`, as editors and terminals link it. */
export function formatProblem(problem: ModelProblem): string {
  const pointer = problem.pointer === '' ? '' : ` ${problem.pointer}`;
  return `models/${problem.path}:${problem.line}:${problem.column}${pointer}: ${problem.message}`;
}
