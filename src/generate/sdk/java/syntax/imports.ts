/** What a file speaks of by its simple name, gathered while its text is written. */
export class Imports {
  readonly #own: readonly string[];
  readonly #packages = new Map<string, string>();
  readonly #package: string;

  /** `own`: what the classes of the file are called, those within others too: nothing else can be spoken of so. */
  constructor(packageName: string, own: readonly string[]) {
    this.#package = packageName;
    this.#own = own;
  }

  /** How the class is written here: by its simple name, unless that is another's. */
  use(packageName: string, name: string): string {
    if (this.#own.includes(name)) {
      return name === this.#own[0] && packageName === this.#package ? name : `${packageName}.${name}`;
    }
    const known = this.#packages.get(name) ?? packageName;
    this.#packages.set(name, known);
    return known === packageName ? name : `${packageName}.${name}`;
  }

  /** The lines of the imports, in order. */
  lines(): readonly string[] {
    return [...this.#packages]
      .filter(([, packageName]) => packageName !== this.#package)
      .map(([name, packageName]) => `${packageName}.${name}`)
      .toSorted()
      .map((full) => `import ${full};`);
  }
}
