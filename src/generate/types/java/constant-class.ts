/** A class of which there are no objects, to stand at the indent of its comment, which comes in front of it. */
export interface ConstantClass {
  readonly name: string;
  readonly doc: string;
  /** What stands before `final class`. */
  readonly modifiers: string;
  readonly indent: number;
  /** Each as it is written, its indent included. */
  readonly members: readonly string[];
}

/**
 * Its text. A class file has room for some thousands of constants, so of more than fit the class inherits them from
 * interfaces beside it, which nobody outside of the package sees: a constant is called the same however many there are.
 */
export function constantClass({ doc, indent, members, modifiers, name }: ConstantClass): string {
  const margin = ' '.repeat(indent);
  const head = `${doc}${margin}${modifiers} final class ${name}`;
  const maker = `${margin}    private ${name}() {}\n${margin}}\n`;
  if (members.length <= mostMembers) return `${head} {\n${members.join('\n')}\n${maker}`;
  const parts = Array.from({ length: Math.ceil(members.length / mostMembers) }, (_, place) => ({
    // No name that is made of a key has an ending as short.
    name: `${name}_${place + 1}`,
    members: members.slice(place * mostMembers, (place + 1) * mostMembers),
  }));
  return [
    `${head}\n${margin}        implements ${parts.map((part) => part.name).join(`,\n${margin}                `)} {\n${maker}`,
    ...parts.map((part) => `${margin}interface ${part.name} {\n${part.members.join('\n')}${margin}}\n`),
  ].join('\n');
}

/** Of a class file there may be 65,535 bytes of what makes its constants, and 65,535 entries of what they are. */
const mostMembers = 1_000;
