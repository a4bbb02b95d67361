import type { SdkOperation, TypeReference } from '../../api-description.ts';
import { namesIn } from '../../type-names.ts';
import { sentence } from '../layout/javadoc.ts';

const callers = [
  ['secret', 'a secret key'],
  ['publishable', 'a publishable key'],
  ['user', "a publishable key with a user's token"],
] as const;

/** What is told of an operation, in Markdown. */
export function operationNotes(
  { auth, description, errors, isAboutTenant, pathParameters, result, summary }: SdkOperation,
  modelName: (type: string) => string,
): readonly (string | undefined)[] {
  const namesTenant = pathParameters.some(({ name }) => name === 'tenant');
  const facts = [
    ...(auth.length === 0 ? [] : [`For ${callersText(auth)}.`]),
    ...(isAboutTenant && !namesTenant ? ['May be about one tenant: that of the client, or of `options`.'] : []),
    ...(result.form === 'events' && result.data !== undefined ? [eventsText(result.data, modelName)] : []),
    ...(result.form === 'bytes' ? [`Answers with ${result.contentTypes.join(', ')}.`] : []),
  ];
  const codes = errors.map((code) => `\`${code}\``).join(', ');
  return [sentence(summary), description, facts.join(' '), codes === '' ? undefined : `Errors: ${codes}.`];
}

function eventsText(data: TypeReference, modelName: (type: string) => string): string {
  const names = namesIn(data).map((name) => `\`${modelName(name)}\``);
  if (names.length === 0) return 'The `data` of its events is JSON.';
  return `The \`data\` of its events is JSON: ${names.join(' or ')}, which \`fromJson\` reads.`;
}

function callersText(auth: SdkOperation['auth']): string {
  const allowed = callers.filter(([caller]) => auth.includes(caller)).map(([, text]) => text);
  const last = allowed.at(-1) ?? '';
  return allowed.length < 2 ? last : `${allowed.slice(0, -1).join(', ')} or ${last}`;
}
