import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../src/engine/canonical-json.ts';
import { normalizeBody } from '../../../src/engine/diff/normalize-body.ts';
import { editText } from '../../../src/engine/edit/edit-text.ts';
import { fieldEdits } from '../../../src/engine/edit/field-edit.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../src/engine/json.ts';
import { mergeObjects } from '../../../src/engine/load/overlay.ts';
import { sourceFrom } from '../../../src/engine/source/decode-source.ts';
import { NumberTexts } from '../../../src/engine/source/number-texts.ts';
import { parseSource } from '../../../src/engine/source/parse-source.ts';
import { longRun } from '../../support/long-run.ts';
import { changed } from './random-change.ts';
import { Choices, randomSchema, RandomWriter } from './random-file.ts';

const loaded = (text: string): JsonObject => {
  const { documents, diagnostics } = parseSource(sourceFrom('one.yaml', text));
  expect({ text, diagnostics }).toEqual({ text, diagnostics: [] });
  const value = documents[0]?.value;
  return isJsonObject(value) ? value : {};
};

/** A body as the loader gives it: without the envelope, money as text. */
const bodyOf = (document: JsonObject): JsonObject => {
  const { kind: _, key: __, environments: ___, ...body } = document;
  const value = withMoney(body);
  return isJsonObject(value) ? value : {};
};

const withMoney = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(withMoney);
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    name === 'price' && typeof member === 'number' ? member.toFixed(2) : withMoney(member),
  ]);
  return Object.fromEntries(members);
};

/** What stands at a place whose items are named by their `id` or their text. */
const at = (value: Json, path: readonly string[]): Json | undefined => {
  let found: Json | undefined = value;
  for (const step of path) {
    if (Array.isArray(found)) {
      const list: readonly Json[] = found;
      found = list.find((item) => (isJsonObject(item) ? item['id'] === step.slice(3) : item === step.slice(1)));
    } else found = isJsonObject(found) && Object.hasOwn(found, step) ? found[step] : undefined;
  }
  return found;
};

/** The body with the overlay of the environment that is written. */
const inProduction = (document: JsonObject): JsonObject => {
  const overlay = at(document, ['environments', 'production']);
  const { environments: _, ...base } = document;
  return bodyOf(isJsonObject(overlay) ? mergeObjects(base, overlay, new NumberTexts()) : base);
};

/** What every environment but the one that is written has of the document. */
const inOthers = (document: JsonObject): Json => {
  const staging = at(document, ['environments', 'staging']);
  return { base: bodyOf(document), staging: withMoney(staging ?? 'none') };
};

const numbers = (count: number) => fc.array(fc.nat(1000), { minLength: count, maxLength: count });

describe('editing any file', () => {
  it('gives what is live, keeps the comments of what stays and every line of what did not change', () => {
    fc.assert(
      fc.property(
        numbers(150),
        numbers(100),
        numbers(20),
        fc.boolean(),
        fc.boolean(),
        (choices, more, others, isDos, alone) => {
          const environments = alone ? ['production'] : ['production', 'staging'];
          const overlays = { environments, choices: new Choices(more) };
          const { text, comments, lines } = new RandomWriter(new Choices(choices), overlays).file();
          const file = isDos ? text.replaceAll('\n', '\r\n') : text;
          const document = loaded(file);
          const resolved = inProduction(document);
          const wanted = normalizeBody(changed(resolved, new Choices(others)), randomSchema);
          const edits = fieldEdits({
            document,
            environment: 'production',
            alone,
            resolved,
            wanted,
            schema: randomSchema,
          });
          const edited = editText(file, [{ kind: 'Thing', key: 'one', schema: randomSchema, edits }]);

          const written = loaded(edited);
          const after = inProduction(written);
          if (!alone) expect({ edited, others: inOthers(written) }).toEqual({ edited, others: inOthers(document) });
          expect({ edited, after: canonicalJson(normalizeBody(after, randomSchema)) }).toEqual({
            edited,
            after: canonicalJson(wanted),
          });
          expect(edited.replaceAll('\r\n', '').includes(isDos ? '\n' : '\r')).toBe(false);
          const lost = comments.filter((one) => at(written, one.path) !== undefined && !edited.includes(one.text));
          expect({ edited, lost }).toEqual({ edited, lost: [] });
          const plain = edited.replaceAll('\r\n', '\n');
          const torn = lines.filter((one) => {
            const [before, now] = [at(document, one.path), at(written, one.path)];
            return (
              before !== undefined &&
              now !== undefined &&
              canonicalJson(withMoney(before)) === canonicalJson(withMoney(now)) &&
              !plain.includes(one.text)
            );
          });
          expect({ edited, torn }).toEqual({ edited, torn: [] });
        },
      ),
      { numRuns: longRun ? 20_000 : 25 },
    );
  });
});
