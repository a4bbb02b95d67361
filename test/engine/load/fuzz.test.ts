import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoadResult } from '../../../src/engine/configuration.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../src/engine/json.ts';
import { loadConfiguration } from '../../../src/engine/load/load-configuration.ts';
import type { SourceFiles } from '../../../src/engine/load/source-files.ts';
import type { Resource } from '../../../src/engine/resource.ts';
import { validateResources } from '../../../src/engine/validate/validate-resources.ts';
import { fileProblem } from '../../../src/host/file-problem.ts';
import { longRun } from '../../support/long-run.ts';
import { dreamYaml, registry } from '../../support/project-folder.ts';

const runs = longRun ? 10_000 : 400;

const examples = globSync('examples/acme/**/*.yaml')
  .toSorted()
  .map((path) => readFileSync(path, 'utf8'));
const words = [...new Set(examples.flatMap((text) => text.match(/[A-Za-z0-9.-]+/g) ?? []))];
const symbols = [
  ' ',
  '  ',
  '\n',
  '\n  ',
  '\n- ',
  ': ',
  ', ',
  '{',
  '}',
  '[',
  ']',
  "'",
  '"',
  '|',
  '>',
  '#',
  '&a ',
  '*a',
  '<<',
  '!x ',
  '---\n',
  '\t',
  '\r',
  '?',
  '%',
  '@',
  '`',
  '${vars.',
  '${secrets.A}',
  '}',
  '\u{1f680}',
  '\ufeff',
  '\0',
  'null',
  '.inf',
  '1e400',
  '~',
  '__proto__',
];

const tokenSoup = fc
  .array(fc.oneof(fc.constantFrom(...symbols), fc.constantFrom(...words), fc.string({ maxLength: 6 })), {
    maxLength: 60,
  })
  .map((tokens) => tokens.join(''));
const bytes = fc.uint8Array({ maxLength: 200 });
const damaged = fc
  .record({
    text: fc.constantFrom(...examples),
    cuts: fc.array(
      fc.record({
        at: fc.nat(10_000),
        length: fc.nat(40),
        insert: fc.oneof(fc.constant(''), fc.constantFrom(...symbols), fc.constantFrom(...words)),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ text, cuts }) =>
    cuts.reduce((current, { at, length, insert }) => {
      const from = at % (current.length + 1);
      return current.slice(0, from) + insert + current.slice(from + length);
    }, text),
  );

/** One document in the place of dream.yaml, or beside it. */
const files: fc.Arbitrary<{ readonly [path: string]: Uint8Array }> = fc
  .record({ content: fc.oneof(damaged, damaged, tokenSoup, bytes), asProject: fc.boolean() })
  .map(({ content, asProject }) => {
    const encoded = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const project = new TextEncoder().encode(dreamYaml);
    return asProject ? { 'dream.yaml': encoded } : { 'dream.yaml': project, 'a.yaml': encoded };
  });

describe('CP-01 no input makes validation throw', () => {
  it(`${runs} random and damaged files`, { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(files, async (contents) => {
        const result = await loadConfiguration({ directory: '/project', files: inMemory(contents), registry });
        checkShape(result, contents);
      }),
      { seed: 20_260_101, numRuns: runs },
    );
  });

  it(`${runs} random and damaged JSON bodies`, { timeout: 600_000 }, () => {
    const json = fc.jsonValue({ maxDepth: 3 }).map((value) => value as Json);
    const documents = [...registry.kinds.values()].flatMap(({ model }) => model.examples);
    const body = fc.constantFrom(...documents).chain((example) =>
      fc.record({
        example: fc.constant(example),
        places: fc.array(fc.nat(1_000), { maxLength: 3 }),
        values: fc.array(fc.oneof(json, fc.constantFrom<Json>(...words)), { minLength: 3, maxLength: 3 }),
      }),
    );
    const resources = fc.array(
      body.map(({ example, places, values }) =>
        resourceFrom(
          places.reduce<JsonObject>(
            (current, place, index) => replaceAt(current, place, values[index] ?? null),
            example,
          ),
        ),
      ),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(resources, (some) => {
        for (const finding of validateResources(some, registry)) {
          expect(finding.code).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
          expect(finding.pointer).toMatch(/^(?:\/.*)?$/s);
        }
      }),
      { seed: 20_260_102, numRuns: runs },
    );
  });
});

function checkShape(
  { configuration, diagnostics }: LoadResult,
  contents: { readonly [path: string]: Uint8Array },
): void {
  expect(configuration === null).toBe(diagnostics.some(({ severity }) => severity === 'error'));
  for (const { at, message, code } of diagnostics) {
    expect(code).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
    expect(message.length).toBeGreaterThan(10);
    if (at === undefined) continue;
    const lines = new TextDecoder().decode(contents[at.file]).split(/\r\n|\r|\n/);
    for (const { line, column } of [at.start, at.end]) {
      expect(line).toBeGreaterThanOrEqual(1);
      expect(line).toBeLessThanOrEqual(lines.length);
      expect(column).toBeGreaterThanOrEqual(1);
      // A line break belongs to the line it ends.
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 2);
    }
    expect(at.end.line > at.start.line || (at.end.line === at.start.line && at.end.column >= at.start.column)).toBe(
      true,
    );
  }
}

function inMemory(contents: { readonly [path: string]: Uint8Array }): SourceFiles {
  const find = (path: string): Uint8Array => {
    const content = contents[path.replace('/project/', '')];
    if (content === undefined) throw fileProblem(path, Object.assign(new Error('ENOENT'), { code: 'ENOENT' }));
    return content;
  };
  return {
    list: async () => Object.keys(contents).map((name) => ({ name, type: 'file' as const })),
    stat: async (path) =>
      path === '/project'
        ? { size: 0, identity: path, type: 'directory' as const }
        : { size: find(path).length, identity: path, type: 'file' as const },
    readText: async () => null,
    readBytes: async (path) => find(path),
  };
}

function resourceFrom(document: JsonObject): Resource {
  const { kind, key, environments: _, movedFrom, ...body } = document;
  return { kind: textOf(kind), key: textOf(key), body, ...(typeof movedFrom === 'string' ? { movedFrom } : {}) };
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** Replaces the value met after walking `place` steps through the document. */
function replaceAt(document: JsonObject, place: number, value: Json): JsonObject {
  const steps = { left: place % 60 };
  const walk = (current: Json): Json => {
    if (steps.left-- === 0) return value;
    if (Array.isArray(current)) return current.map((item: Json) => walk(item));
    return isJsonObject(current)
      ? Object.fromEntries(Object.entries(current).map(([key, item]) => [key, walk(item)]))
      : current;
  };
  const walked = walk(document);
  return isJsonObject(walked) ? walked : document;
}
