/** The languages that there are SDKs for: as `--lang` has them, and the folders of the SDKs. The only list of them. */
export const languageNames = ['typescript', 'python', 'java'] as const;

export type LanguageName = (typeof languageNames)[number];
