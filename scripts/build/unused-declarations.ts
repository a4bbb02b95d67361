/** On one line, or until a bracket in the first column closes it. */
const declaration = /^var (\w+) = ((?!class\b).*;|(?!class\b).*[{[(]\n(?:.*[^;]\n|[ \t].*\n)*?[\])}].*;)$/gmu;

/**
 * Says of every value declared at the top of a module that making it has no effect: to esbuild a call may always
 * have one. What js-yaml declares for writing YAML is then left out where it is only asked to read.
 */
export function withoutEffects(source: string): string {
  return source.replace(declaration, (_, name: string, value: string) => {
    return `var ${name} = /* @__PURE__ */ (() => (${value.slice(0, -1)}))();`;
  });
}
