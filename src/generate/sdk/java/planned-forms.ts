import type { ApiDescription, SdkField, TypeReference } from '../api-description.ts';
import { operationsBelow } from '../operations-below.ts';
import { pascalCase } from './syntax/names.ts';
import { answered, type AnsweredForm, formsWithin } from './types/answered-form.ts';

/** A class of texts. */
export interface PlannedChoice {
  readonly form: Extract<AnsweredForm, { kind: 'choice' }>;
  readonly name: string;
}

/** A sealed interface. */
export interface PlannedEither {
  readonly form: Extract<AnsweredForm, { kind: 'either' }>;
  readonly name: string;
}

interface Site {
  readonly type: TypeReference;
  /** What a class is called that has no better name: `TenantStatus`. */
  readonly title: string;
}

/** The longest name that is made of those of all members. */
const longestName = 60;

/** The choices and unions of an API, those that are alike once, each with a name of its own. */
export function plannedForms(
  description: ApiDescription,
  modelName: (name: string) => string,
  give: (wish: string, ending: string) => string,
): { readonly choices: readonly PlannedChoice[]; readonly eithers: readonly PlannedEither[] } {
  const sites = answeredSites(description);
  const found = (from: readonly Site[]): readonly (readonly [AnsweredForm, string])[] =>
    from.flatMap(({ type, title }) => formsWithin(answered(type).form).map((form) => [form, title] as const));
  const eithers = new Map<string, PlannedEither>();
  for (const [form, title] of found(sites)) {
    if (form.kind !== 'either') continue;
    const key = JSON.stringify(form);
    if (eithers.has(key)) continue;
    const joined = form.names.map(modelName).join('Or');
    eithers.set(key, { form, name: give(joined.length > longestName ? title : joined, '2') });
  }
  const choices = new Map<string, PlannedChoice>();
  for (const [form, title] of found([...sites, ...sentSites(description)])) {
    if (form.kind !== 'choice') continue;
    const key = JSON.stringify(form);
    if (!choices.has(key)) choices.set(key, { form, name: give(title, '2') });
  }
  return { choices: [...choices.values()], eithers: [...eithers.values()] };
}

function answeredSites({ events, types, resources }: ApiDescription): readonly Site[] {
  const results = resources.flatMap(operationsBelow).flatMap(({ id, result }) => {
    const title = `${pascalCase(id)}Result`;
    if (result.form === 'value') return [{ type: result.type, title }];
    return result.form === 'pages' || result.form === 'parts' ? [{ type: result.item, title }] : [];
  });
  const said = (events?.kinds ?? []).map(({ data, type }) => ({ type: data, title: `${pascalCase(type)}Data` }));
  return [...types.filter(({ isAnswered }) => isAnswered).flatMap(fieldSites), ...results, ...said];
}

function sentSites({ types, resources }: ApiDescription): readonly Site[] {
  const operations = resources.flatMap(operationsBelow);
  return [
    ...types.filter(({ isSent }) => isSent).flatMap(fieldSites),
    ...operations.flatMap(({ body, id }) =>
      body === undefined ? [] : [{ type: body, title: `${pascalCase(id)}Body` }],
    ),
    ...operations.flatMap(({ id, queryParameters }) => fieldSites({ name: pascalCase(id), fields: queryParameters })),
  ];
}

function fieldSites({
  name,
  fields,
}: {
  readonly name: string;
  readonly fields: readonly SdkField[];
}): readonly Site[] {
  return fields.map((field) => ({ type: field.type, title: `${name}${pascalCase(field.name)}` }));
}
