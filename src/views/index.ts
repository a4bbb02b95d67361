/**
 * Views turn data into text, Markdown and JSON. They are pure: no files, no clock, no terminal; colour
 * and width come in as values. They must not know where the data came from or what happens next.
 */
export { formatApplyResult, applyResultJson } from './apply-result.ts';
export { formatChangeset } from './changeset-text.ts';
export { changesetJson } from './changeset-json.ts';
export { formatChangesetMarkdown } from './changeset-markdown.ts';
export { diagnosticsJson, formatDiagnostics } from './diagnostics.ts';
export { errorJson, formatError } from './error.ts';
export { formatHistory } from './history.ts';
export { formatKeys, formatNewKey } from './keys.ts';
export { formatRevision } from './revision.ts';
export { formatSecrets } from './secrets.ts';
export { formatStatus } from './status.ts';
export { plainStyle, type Style } from './style.ts';
