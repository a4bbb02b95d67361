/** How a meaning looks. Views name meanings; only a style knows colours. */
export interface Style {
  readonly strong: (text: string) => string;
  /** For what a reader may skip. */
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly notice: (text: string) => string;
  readonly accent: (text: string) => string;
}

const asIs = (text: string): string => text;

/** For pipes, files and `NO_COLOR`. */
export const plainStyle: Style = { strong: asIs, faint: asIs, good: asIs, bad: asIs, notice: asIs, accent: asIs };
