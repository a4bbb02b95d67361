/** A place in a text where a flag is named, from line 1 and column 1. */
export interface Mention {
  readonly key: string;
  readonly line: number;
  readonly column: number;
  /** `variation` where the flag is asked for by a call that is known; null for any other text in quotes. */
  readonly call: string | null;
  /** The line, without the space around it. */
  readonly text: string;
}

/*
 * Calls that ask for a flag, by the names that SDKs of all languages give them: `variation`, `boolVariation`,
 * `BoolVariationDetail`, `get_boolean_value`, `getBooleanDetails`, `GetStringValueAsync`, `useFlag`,
 * `isFeatureEnabled` … What stands before the key may be a context (Go) or the name of the parameter (Python, Swift).
 * Behind anything else stands no key: in `getStringValue(KEY, 'text')` it is the default. Nor is a text a key that
 * more is added to, as in `variation('new-' + name)`. What stands on a line of comment is named, and asked for by nobody.
 */
const types = String.raw`(?:[bB]ool(?:ean)?|[sS]tring|[nN]umber|[iI]nt(?:eger)?|[fF]loat|[dD]ouble|[oO]bject|[jJ]son)`;
const callNames = [
  String.raw`\w*[vV]ariation(?:_?[dD]etails?)?(?:Async)?`,
  String.raw`(?:get|fetch)_?${types}_?(?:[vV]alue|[dD]etails?)(?:_?[dD]etails?)?`,
  String.raw`Get${types}(?:Value|Details?)(?:Async)?`,
  String.raw`use\w*(?:Flag|FlagValue|FlagDetails|Variation)`,
  String.raw`is_?(?:[fF]eature|[fF]lag)_?(?:[eE]nabled|[oO]n)`,
  String.raw`(?:evaluate|check)_?[fF](?:lag|eature)`,
];
/** In Go they have no `Get`, and the context before the key says that they are meant. */
const goNames = '(?:Boolean|String|Int|Float|Object)Value(?:Details)?';
/** Shorter ones mean flags only behind a context, and these only of what is called flags. */
const shortGoNames = '(?:Boolean|String|Int|Float|Object)(?:Details)?';
const ofFlags = String.raw`(?<=[fF]lags?(?:Client)?\??\.)(?:onChange|seen)`;
const argument = String.raw`[\w.$&*]+(?:\(\))?\s*,\s*`;
const contextArgument = String.raw`(?:[\w.$&*]*[cC](?:tx|ontext)\w*|context\.\w+)(?:\(\))?\s*,\s*`;

const asking = new RegExp(
  String.raw`(?<![\w$])(?:(${callNames.join('|')})\s*(?:<[^<>()]*>)?(?:\?\.)?\(\s*(?:${contextArgument})?|(${goNames})\(\s*${argument}|(${shortGoNames})\(\s*${contextArgument}|(${ofFlags})(?:\?\.)?\(\s*)(?:\w+\s*[:=]\s*)?@?("""|'''|["'\x60])([A-Za-z0-9][\w.-]*)\5(?=\s*[,)])`,
  'gu',
);
const quoted = /(["'`])([A-Za-z0-9][\w.-]*)\1/gu;

/** How a line begins that is comment and nothing else, in one of these languages. */
const comment = /^(?:\/\/|\/\*|\*\s|#\s)/u;

/** Where the text names flags in quotes, and where it asks for keys that are none, in order. */
export function flagMentions(source: string, isFlag: (key: string) => boolean): readonly Mention[] {
  const calls = new Map<number, string>();
  for (const match of source.matchAll(asking)) {
    const [whole, call, goCall, shortGoCall, ofFlagsCall = '', quotes = '', key = ''] = match;
    // The innermost of the quotes, of which there may be three.
    const at = match.index + whole.length - quotes.length - key.length - 1;
    calls.set(at, call ?? goCall ?? shortGoCall ?? ofFlagsCall);
  }
  const found: Mention[] = [];
  let line = 1;
  let begin = 0;
  for (const match of source.matchAll(quoted)) {
    const [, , key = ''] = match;
    const isKnown = isFlag(key);
    const asked = calls.get(match.index) ?? null;
    if (asked === null && !isKnown) continue;
    for (let end = source.indexOf('\n', begin); end !== -1 && end < match.index; end = source.indexOf('\n', begin)) {
      line += 1;
      begin = end + 1;
    }
    const end = source.indexOf('\n', begin);
    const text = source.slice(begin, end === -1 ? source.length : end).trim();
    const call = comment.test(text) ? null : asked;
    if (call === null && !isKnown) continue;
    found.push({ key, line, column: match.index - begin + 1, call, text });
  }
  return found;
}
