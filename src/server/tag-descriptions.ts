/** By the tag that operations have, what they are for: in Markdown, for people. */
export interface TagDescriptions {
  readonly [tag: string]: string;
}
