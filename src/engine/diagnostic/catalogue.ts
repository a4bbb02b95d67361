import type { Severity } from './diagnostic.ts';

interface Entry<Parameters> {
  readonly severity: Severity;
  readonly message: (parameters: Parameters) => string;
}

function error<Parameters = Record<never, never>>(message: Entry<Parameters>['message']): Entry<Parameters> {
  return { severity: 'error', message };
}

function warning<Parameters = Record<never, never>>(message: Entry<Parameters>['message']): Entry<Parameters> {
  return { severity: 'warning', message };
}

function environmentsInWords(names: readonly string[]): string {
  return `environment${names.length === 1 ? '' : 's'} ${names.map((name) => `\`${name}\``).join(', ')}`;
}

/**
 * Every diagnostic the engine can give. A code is a promise: tools filter on it and docs/diagnostics.md
 * explains it, so it is never reused for another mistake.
 */
export const catalogue = {
  'project/not-found': error<{ directory: string }>((p) => `There is no dream.yaml in ${p.directory}.`),
  'project/empty': error(() => 'dream.yaml is empty: it must name the project and its environments.'),
  'project/several-documents': error(() => 'dream.yaml must hold one document; a second one starts here.'),
  'project/nested': warning<{ directory: string }>(
    (p) => `${p.directory} has its own dream.yaml: it is another project and is not loaded with this one.`,
  ),
  'project/unknown-environment': error<{ name: string }>((p) => `There is no environment \`${p.name}\` in dream.yaml.`),
  'project/unknown-guardrail': error<{ name: string }>((p) => `\`${p.name}\` is not a guardrail.`),

  'project/guardrail-without-environment': error<{ name: string }>(
    (p) => `\`${p.name}\` is set per environment: it belongs under the name of one.`,
  ),

  'file/not-found': error(() => 'This file cannot be read: it does not exist (a link that leads nowhere?).'),
  'file/not-permitted': error<{ what: 'file' | 'folder' }>((p) => `This ${p.what} cannot be read: permission denied.`),
  'file/not-readable': error<{ what: 'file' | 'folder'; reason: string }>(
    (p) => `This ${p.what} cannot be read: ${p.reason}.`,
  ),
  'file/link-loop': error(() => 'This link leads back to itself, or to a folder it stands in.'),
  'file/not-a-file': error(() => 'This is not a regular file and cannot be read as YAML.'),
  'file/name': error(() => 'The name of this file or folder is not valid UTF-8, so that it cannot be opened.'),
  'file/more-mistakes': error<{ count: string }>(
    (p) => `At least ${p.count} more mistakes in this file are not shown.`,
  ),
  'file/too-large': error<{ size: string; limit: string }>(
    (p) => `This file is ${p.size}; at most ${p.limit} are read.`,
  ),
  'file/encoding': error<{ encoding: string }>((p) => `This file is encoded as ${p.encoding}; it must be UTF-8.`),
  'file/not-utf8': error(() => 'This file is not valid UTF-8 text: the first bad byte stands here.'),
  'file/binary': error(() => 'This file is not text: it holds a zero byte here.'),

  'yaml/syntax': error<{ reason: string }>((p) => `This is not valid YAML: ${p.reason}.`),
  'yaml/tab': error(() => 'A tab is used for indentation; YAML allows only spaces here.'),
  'yaml/unclosed': error<{ opener: string }>((p) => `The \`${p.opener}\` that opens here is never closed.`),
  'yaml/indentation': error<{ opener: string }>(
    (p) => `What began with \`${p.opener}\` must be indented further here.`,
  ),
  'yaml/duplicate-key': error<{ key: string }>((p) => `\`${p.key}\` is written twice in the same mapping.`),
  'yaml/key-not-text': error<{ what: string }>((p) => `A key must be text, this is ${p.what}.`),
  'yaml/reserved-key': error<{ key: string }>((p) => `\`${p.key}\` cannot be used as a key.`),
  'yaml/tag': error<{ tag: string }>((p) => `The tag \`${p.tag}\` is not understood.`),
  'yaml/tag-mismatch': error<{ tag: string }>((p) => `This value does not fit its tag \`${p.tag}\`.`),
  'yaml/unknown-alias': error<{ name: string }>((p) => `There is no anchor \`&${p.name}\` before this alias.`),
  'yaml/recursive-alias': error<{ name: string }>((p) => `The alias \`*${p.name}\` contains itself.`),
  'yaml/too-many-aliases': error<{ limit: string }>(
    (p) => `The aliases of this document expand to more than ${p.limit}; it is refused.`,
  ),
  'yaml/too-deep': error<{ limit: number }>((p) => `This is nested more than ${p.limit} levels deep.`),
  'yaml/merge': error(() => '`<<` must be followed by an alias of a mapping, or a list of them.'),
  'yaml/number': error<{ text: string }>((p) => `\`${p.text}\` is not a number that can be kept exactly.`),

  'yaml/old-boolean': warning<{ text: string; meaning: string }>(
    (p) => `\`${p.text}\` is a text here; tools that read YAML 1.1 take it for \`${p.meaning}\`.`,
  ),
  'yaml/character': error<{ what: string }>((p) => `This text holds ${p.what}, which cannot be kept.`),

  'document/not-a-mapping': error<{ what: string }>(
    (p) => `A document must be a mapping of fields, this is ${p.what}.`,
  ),
  'document/no-kind': error(() => 'This document has no `kind`.'),
  'document/unknown-kind': error<{ kind: string; what?: string }>((p) =>
    p.what === undefined
      ? `There is no kind \`${p.kind}\`.`
      : `\`kind\` must be the name of a kind, this is ${p.what}.`,
  ),
  'document/duplicate': error<{ resource: string }>((p) => `${p.resource} is defined twice.`),

  'field/unknown': error<{ field: string; owner: string }>((p) => `\`${p.field}\` is not a field of ${p.owner}.`),
  'field/missing': error<{ field: string; owner: string }>((p) => `${capital(p.owner)} has no \`${p.field}\`.`),
  'field/missing-beside': error<{ field: string; owner: string; because: string }>(
    (p) => `${capital(p.owner)} has \`${p.because}\` but no \`${p.field}\`.`,
  ),
  'field/bad-name': error<{ name: string; owner: string; rule: string }>(
    (p) => `${p.name === '' ? 'An empty text' : `\`${p.name}\``} cannot be a name in ${p.owner}: it ${p.rule}.`,
  ),

  'value/type': error<{ label: string; expected: string; found: string }>(
    (p) => `${p.label} must be ${p.expected}, this is ${p.found}.`,
  ),
  'value/not-allowed': error<{ label: string; allowed: string; found: string }>(
    (p) => `${p.label} must be ${p.allowed}, this is ${p.found}.`,
  ),
  'value/pattern': error<{ label: string; found: string; rule: string }>(
    (p) => `${p.label} cannot be ${p.found}: it ${p.rule}.`,
  ),
  'value/format': error<{ label: string; expected: string; found: string }>(
    (p) => `${p.label} must be ${p.expected}, this is ${p.found}.`,
  ),
  'value/range': error<{ label: string; rule: string; found: string }>(
    (p) => `${p.label} must be ${p.rule}, this is ${p.found}.`,
  ),
  'value/length': error<{ label: string; rule: string }>((p) => `${p.label} must have ${p.rule}.`),
  'value/refused': error<{ label: string; reason: string }>((p) => `${p.label} is not valid: ${p.reason}.`),

  'list/duplicate': error<{ label: string; item: string }>((p) => `${p.label} lists ${p.item} twice.`),
  'list/duplicate-key': error<{ label: string; field: string; item: string }>(
    (p) => `Two entries of ${p.label} have the same \`${p.field}\` ${p.item}.`,
  ),

  'money/not-an-amount': error<{ label: string; found: string }>(
    (p) => `${p.label} must be an amount of money such as 49.00, this is ${p.found}.`,
  ),
  'money/too-fine': error<{ label: string; found: string; currency: string; digits: number }>(
    (p) => `${p.label} is ${p.found}, but ${p.currency} has ${decimals(p.digits)}.`,
  ),
  'money/too-fine-unit-price': error<{ label: string; digits: number }>(
    (p) => `${p.label} has more than ${p.digits} decimals.`,
  ),

  'reference/unknown': error<{ kind: string; key: string }>((p) => `There is no ${p.kind} \`${p.key}\`.`),
  'reference/unknown-member': error<{ resource: string; path: string; name: string }>(
    (p) => `${p.resource} has no \`${p.name}\` in its \`${p.path}\`.`,
  ),
  'reference/unknown-local': error<{ name: string; path: string }>(
    (p) => `There is no \`${p.name}\` in \`${p.path}\` of this document.`,
  ),
  'reference/cycle': error<{ names: readonly string[] }>(({ names }) =>
    names.length < 3
      ? `${names[0] ?? ''} refers to itself.`
      : `These resources refer to each other in a circle: ${names.join(' → ')}.`,
  ),

  'environment/unknown': error<{ name: string }>((p) => `There is no environment \`${p.name}\` in dream.yaml.`),
  'environment/not-a-mapping': error<{ what: string; label: string }>(
    (p) => `${p.label} must be a mapping of what differs, this is ${p.what}.`,
  ),
  'environment/removes-nothing': error<{ name: string; owner: string }>(
    (p) => `There is no \`${p.name}\` in ${p.owner} that could be removed here.`,
  ),
  'environment/fixed-field': error<{ field: string }>((p) => `\`${p.field}\` cannot differ between environments.`),

  'variable/unknown': error<{ name: string }>((p) => `There is no variable \`${p.name}\` in dream.yaml.`),
  'variable/not-everywhere': error<{ name: string; environments: readonly string[] }>(
    (p) => `The variable \`${p.name}\` has no value in ${environmentsInWords(p.environments)}.`,
  ),
  'variable/malformed': error<{ text: string }>((p) => `\`${p.text}\` is neither a variable nor a secret.`),
  'variable/nested': error<{ name: string }>((p) => `The variable \`${p.name}\` cannot be made of another variable.`),
  'secret/not-here': error<{ label: string }>(
    (p) => `${p.label} cannot come from a secret: it must be known before the server puts secrets in.`,
  ),
  'secret/in-clear': error<{ label: string }>(
    (p) => `${p.label} is secret and cannot stand in a file: write \${secrets.NAME} and set the secret on the server.`,
  ),

  'moved/same-key': error<{ key: string }>((p) => `\`movedFrom\` names \`${p.key}\`, which is the resource's own key.`),
  'moved/still-defined': error<{ resource: string }>(
    (p) => `${p.resource} is still defined, so nothing can have moved from it.`,
  ),
  'moved/claimed-twice': error<{ resource: string }>((p) => `Two resources say that they moved from ${p.resource}.`),
  'unmanaged/fixed-field': error<{ field: string }>((p) => `\`${p.field}\` always belongs to the files.`),
  'unmanaged/unknown-path': error<{ path: string; kind: string }>((p) => `\`${p.path}\` is not a field of ${p.kind}.`),
} as const;

export type DiagnosticCode = keyof typeof catalogue;

/** What the message of `Code` needs to be told. */
export type DiagnosticParameters<Code extends DiagnosticCode> = Parameters<(typeof catalogue)[Code]['message']>[0];

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function decimals(digits: number): string {
  if (digits === 0) return 'no decimals';
  return digits === 1 ? '1 decimal' : `${digits} decimals`;
}
