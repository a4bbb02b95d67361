/**
 * What somebody wrote, for a comment: one line without control characters, without those that turn the direction of
 * writing (they can make code look like other code), and without halves of characters.
 */
export function plainText(text: string): string {
  if (isPlain.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replaceAll(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}

/** Words of ASCII with a space between them, as most are. Only the short way to the same. */
const isPlain = /^[!-~]+(?: [!-~]+)*$/;

/**
 * Code with what no editor shows, or shows in another order, as `\u202e`: ends of lines are all that stays. Such
 * characters stand only in literals and comments, and there the three languages write them in this one way.
 */
export function withoutHidden(code: string): string {
  if (!perhapsHidden.test(code)) return code;
  return code.replaceAll(hidden, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Many times as fast to look for, and true of few files. */
const perhapsHidden = /[^\n -~]/;

/** Single code units: half a character may stand alone. */
const hidden =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u061c\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
