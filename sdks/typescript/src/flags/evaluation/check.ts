/** Whether something holds for a context. Throws what a getter or a proxy in the context throws. */
export type Check = (context: object) => boolean;

export function anyOf(checks: readonly Check[]): Check {
  const [first, second] = checks;
  if (first === undefined) return () => false;
  if (second === undefined) return first;
  return (context) => {
    for (const check of checks) if (check(context)) return true;
    return false;
  };
}

export function allOf(checks: readonly Check[]): Check {
  const [first, second, third, fourth] = checks;
  if (first === undefined) return () => true;
  if (second === undefined) return first;
  if (third === undefined) return (context) => first(context) && second(context);
  if (fourth === undefined) return (context) => first(context) && second(context) && third(context);
  return (context) => {
    for (const check of checks) if (!check(context)) return false;
    return true;
  };
}
