import { isObject, type JsonObject } from './json-object.ts';

/**
 * Where something is not as expected; nothing where it is. The forms that stand for more than one value (`{"$any": true}`
 * and the like) are those of `test/conformance/sdk/README.md`.
 */
export function differences(expected: unknown, actual: unknown, at: string): readonly string[] {
  if (isObject(expected)) {
    const forms = Object.keys(expected).filter((name) => name.startsWith('$'));
    if (forms.length > 0) return forms.flatMap((form) => formDiffers(form, expected[form], actual, at));
    if (!isObject(actual)) return [differs(expected, actual, at)];
    const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...names].flatMap((name) => memberDiffers(expected, actual, name, at));
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return [differs(expected, actual, at)];
    return expected.flatMap((item, index) => differences(item, actual[index], `${at}[${index}]`));
  }
  return Object.is(expected, actual) ? [] : [differs(expected, actual, at)];
}

/** The same, where only the members that are named matter, and one that is null is as good as absent. */
export function differencesInNamed(expected: JsonObject, actual: unknown, at: string): readonly string[] {
  if (!isObject(actual)) return [differs(expected, actual, at)];
  return Object.keys(expected).flatMap((name) =>
    differences(expected[name], actual[name] ?? undefined, `${at}.${name}`),
  );
}

/** A member that is absent is unlike one that is null. */
function memberDiffers(expected: JsonObject, actual: JsonObject, name: string, at: string): readonly string[] {
  if (!Object.hasOwn(expected, name)) return [`${at}.${name}: ${shown(actual[name])}, where nothing was expected`];
  return differences(expected[name], actual[name], `${at}.${name}`);
}

function formDiffers(form: string, wanted: unknown, actual: unknown, at: string): readonly string[] {
  return holds(form, wanted, actual, at) ? [] : [differs({ [form]: wanted }, actual, at)];
}

function holds(form: string, wanted: unknown, actual: unknown, at: string): boolean {
  switch (form) {
    case '$any':
      return actual !== undefined && actual !== null;
    case '$absent':
      return actual === undefined || actual === null;
    case '$matches':
      return typeof actual === 'string' && new RegExp(String(wanted), 'su').test(actual);
    case '$atLeast':
      return typeof actual === 'number' && actual >= Number(wanted);
    case '$atMost':
      return typeof actual === 'number' && actual <= Number(wanted);
    case '$length':
      return (typeof actual === 'string' || Array.isArray(actual)) && Array.from(actual).length === wanted;
    case '$excludes':
      return typeof actual === 'string' && Array.isArray(wanted) && wanted.every((text) => !actual.includes(text));
    case '$includes':
      return isObject(wanted) && differencesInNamed(wanted, actual, at).length === 0;
    default:
      throw new Error(`${at}: '${form}' is no form of expectation`);
  }
}

export function differs(expected: unknown, actual: unknown, at: string): string {
  return `${at}: ${shown(actual)}, expected ${shown(expected)}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
