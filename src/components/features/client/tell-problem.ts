/** Tells whoever wants to be told. What they throw, at once or later, changes nothing. */
export function problemTeller(
  options: { readonly onProblem?: ((problem: string) => unknown) | undefined } | null | undefined,
): (problem: string) => void {
  const listener = listenerOf(options);
  return (problem) => {
    try {
      Promise.resolve(listener?.(problem)).catch(() => undefined);
    } catch {
      // Whoever wants to be told must be able to listen; flags are evaluated all the same.
    }
  };
}

function listenerOf(options: Parameters<typeof problemTeller>[0]): ((problem: string) => unknown) | undefined {
  try {
    const listener = options?.onProblem;
    return typeof listener === 'function' ? listener : undefined;
  } catch {
    return undefined;
  }
}
