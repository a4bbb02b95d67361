import type { Json } from '../../engine/json.ts';
import { entriesOf, textOf } from '../../engine/json-fields.ts';
import type { FindBody } from '../../engine/model/registry.ts';
import { childPointer } from '../../engine/pointer.ts';
import { instantMilliseconds } from '../../engine/values/instant.ts';
import { placeIn } from './check-expressions.ts';
import type { AccessFinding } from './findings.ts';
import { type DateAsText, datesAsTexts } from './policy/dates-as-texts.ts';
import { datesIn, datesOfTenancy, type DeclaredDates } from './policy/declared-dates.ts';

/**
 * Comparisons of an attribute that is declared as a date with a text that reads as one. What has that very text is a
 * date when a condition asks for it, and equals no text: `==` and what asks for an order hold of no date, `!=` of any.
 */
export function checkDates(
  within: string,
  expressions: Json | undefined,
  attributesFor: (name: string) => Json | undefined,
  find: FindBody,
): readonly AccessFinding[] {
  return entriesOf(expressions).flatMap(([name, value]) => {
    const text = textOf(value) ?? '';
    const compared = text.length > longest ? [] : datesAsTexts(text);
    if (compared.length === 0) return [];
    const dates: DeclaredDates = {
      ...datesOfTenancy(find('Tenancy', 'default')),
      resource: datesIn(attributesFor(name)),
    };
    return compared
      .filter((one) => isDate(one, dates))
      .map(
        (one): AccessFinding => ({
          code: 'access/date-compared-with-text',
          severity: 'warning',
          pointer: childPointer(within, name),
          message: `\`${one.root}.${one.name}\` is declared as a date, ${outcomes[one.sign]} the text \`${one.text}\`${placeIn(text, one.at)}.`,
          hint: `Write \`timestamp("${instant(one.text)}")\`.`,
        }),
      );
  });
}

function isDate({ name, root }: DateAsText, dates: DeclaredDates): boolean {
  return (root === 'user' || root === 'tenant' || root === 'resource') && dates[root].includes(name);
}

const unordered = 'and no date comes before or after';

const outcomes: { readonly [sign in DateAsText['sign']]: string } = {
  '==': 'and no date equals',
  '!=': 'and every date differs from',
  '<': unordered,
  '<=': unordered,
  '>': unordered,
  '>=': unordered,
};

/** As `timestamp` takes it, which no date alone is. */
function instant(text: string): string {
  return new Date(instantMilliseconds(text) ?? 0).toISOString().replace('.000Z', 'Z');
}

const longest = 2_000;
