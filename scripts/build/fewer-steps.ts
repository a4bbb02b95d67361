/**
 * ASCII without what may end a plain value or begin another, but for single spaces within. The loop behind it reads what
 * is longer: of some millions of characters, an expression could not find back.
 */
const words = '/[A-Za-z0-9_](?: ?[!"$-+\\--9;-Z\\\\^-z|~]){0,1000}/y';

/** As `skipSeparationSpace` would find, which leaves no tab behind either. */
const isIndentedLess = `const PATTERN_WORDS = ${words};
function isIndentedLess(state, indent) {
	const { input } = state;
	const start = state.position + 1;
	let position = start;
	let ch = input.charCodeAt(position);
	while (ch === 32) ch = input.charCodeAt(++position);
	if (position - start >= indent || ch === 9 || ch === 10 || ch === 13) return false;
	state.firstTabInLine = -1;
	return true;
}
`;

/** What js-yaml does for every value of a document and needs to do for few of them, as it is written and instead. */
const steps: readonly (readonly [written: string, instead: string])[] = [
  // Where it could come back to is kept for each value, though only a tag or an anchor may make it come back.
  [
    '\t\tconst propertyState = snapshotState(state);\n',
    '\t\tif (ch !== 33 && ch !== 38) break;\n\t\tconst propertyState = snapshotState(state);\n\t\tif (props === noProperties) props = emptyProperties();\n',
  ],
  ['\tconst props = emptyProperties();\n', '\tlet props = noProperties;\n'],
  ['function snapshotState(state) {\n', 'const noProperties = emptyProperties();\nfunction snapshotState(state) {\n'],
  // A text without characters that cannot be printed has no value with some.
  ['\t\tevents: []\n\t};\n', '\t\tevents: [],\n\t\tisPrintable: !PATTERN_NON_PRINTABLE.test(input)\n\t};\n'],
  [
    '\tcheckPrintable(state, valueStart, valueEnd);\n',
    '\tif (!state.isPrintable) checkPrintable(state, valueStart, valueEnd);\n',
  ],
  ['\tcheckPrintable(state, start, end);\n', '\tif (!state.isPrintable) checkPrintable(state, start, end);\n'],
  // One expression reads what a plain value nearly always consists of, where each character took ten calls.
  [
    '\tlet multiline = false;\n\twhile (ch !== 0) {\n\t\tif (testDocumentBoundary(state)) break;\n',
    '\tlet multiline = false;\n\tPATTERN_WORDS.lastIndex = start;\n\tif (PATTERN_WORDS.test(state.input)) ch = state.input.charCodeAt(end = state.position = PATTERN_WORDS.lastIndex);\n\twhile (ch !== 0) {\n\t\tif (testDocumentBoundary(state)) break;\n',
  ],
  // A line that is indented less ends a plain value; only where it is empty or has a tab, more has to be read.
  [
    '\t\t\tconst savedPosition = state.position;\n\t\t\tconst savedLine = state.line;\n\t\t\tconst savedLineStart = state.lineStart;\n\t\t\tconst savedLineIndent = state.lineIndent;\n\t\t\tskipSeparationSpace(state, false);\n',
    '\t\t\tif (ch === 10 && isIndentedLess(state, nodeIndent)) break;\n\t\t\tconst savedPosition = state.position;\n\t\t\tconst savedLine = state.line;\n\t\t\tconst savedLineStart = state.lineStart;\n\t\t\tconst savedLineIndent = state.lineIndent;\n\t\t\tskipSeparationSpace(state, false);\n',
  ],
  ['function readPlainScalar(', `${isIndentedLess}function readPlainScalar(`],
  // Only before its first key may a mapping turn out to be none.
  [
    '\t\t\tconst beforeKey = snapshotState(state);\n',
    '\t\t\tconst beforeKey = mappingOpened ? null : snapshotState(state);\n',
  ],
  // An entry of a mapping in braces cannot turn out to be a mapping of its own.
  ['const entryStart = snapshotState(state);\n', 'const entryStart = isMapping ? null : snapshotState(state);\n'],
  // Nothing to skip.
  [
    '\tlet hasSeparation = state.position === state.lineStart',
    '\tif (ch > 35) return 0;\n\tlet hasSeparation = state.position === state.lineStart',
  ],
  [
    '\t\twhile (ch === 32) {\n\t\t\tstate.lineIndent++;\n\t\t\tch = state.input.charCodeAt(++state.position);\n\t\t}\n\t}\n\treturn lineBreaks;\n',
    '\t\tconst { input, position } = state;\n\t\tlet at = position;\n\t\twhile (ch === 32) ch = input.charCodeAt(++at);\n\t\tstate.position = at;\n\t\tstate.lineIndent += at - position;\n\t}\n\treturn lineBreaks;\n',
  ],
];

/**
 * Leaves out what js-yaml does in vain for nearly every value: a twelfth of what validating a small project takes
 * in memory, and 2 ms. Throws when it is written otherwise, in another version.
 */
export function fewerSteps(source: string): string {
  return steps.reduce((text, [written, instead]) => {
    const [before, after, ...more] = text.split(written);
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error(`js-yaml has not exactly once: ${written}`);
    return `${before}${instead}${after}`;
  }, source);
}
