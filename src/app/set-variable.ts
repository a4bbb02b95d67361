/** An environment variable, undefined when it is empty too: that is how pipelines write one that is not set. */
export function setVariable(variables: Readonly<Record<string, string | undefined>>, name: string): string | undefined {
  const value = variables[name];
  return value === undefined || value.trim() === '' ? undefined : value;
}
