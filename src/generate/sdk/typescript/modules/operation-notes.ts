import type { SdkOperation } from '../../api-description.ts';

const callers = [
  ['secret', 'a secret key'],
  ['publishable', 'a publishable key'],
  ['user', "a publishable key with a user's token"],
] as const;

/** The paragraphs of a method's comment. `parameters`: what those of the path are called. */
export function operationNotes(
  operation: SdkOperation,
  parameters: readonly string[],
  typeName: (type: string) => string,
): readonly string[] {
  const { summary, description, auth, isAboutTenant, errors, result, pathParameters } = operation;
  const namesTenant = pathParameters.some(({ name }) => name === 'tenant');
  const facts = [
    ...(auth.length === 0 ? [] : [`For ${callersText(auth)}.`]),
    ...(isAboutTenant && !namesTenant ? ['May be about one tenant: that of the client, or of `options`.'] : []),
    ...(result.form === 'events' && result.data?.kind === 'named'
      ? [`The \`data\` of its events is JSON: \`${typeName(result.data.name)}\`.`]
      : []),
    ...(result.form === 'bytes' ? [`Answers with ${result.contentTypes.join(', ')}.`] : []),
  ];
  const tags = pathParameters.flatMap(({ description: about }, index) =>
    about === undefined ? [] : [`@param ${parameters[index] ?? ''} ${about}`],
  );
  return [
    sentence(summary),
    ...(description === undefined ? [] : [description]),
    facts.join(' '),
    errors.length === 0 ? '' : `Errors: ${errors.map((code) => `\`${code}\``).join(', ')}.`,
    tags.join('\n'),
  ];
}

function callersText(auth: SdkOperation['auth']): string {
  const allowed = callers.filter(([caller]) => auth.includes(caller)).map(([, text]) => text);
  const last = allowed.at(-1) ?? '';
  return allowed.length < 2 ? last : `${allowed.slice(0, -1).join(', ')} or ${last}`;
}

export function sentence(text: string): string {
  const said = text.trim();
  return /[.!?:]$/u.test(said) ? said : `${said}.`;
}
