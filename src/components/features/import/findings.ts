/** Everything that an import may have to say: code → what it means. */
export const importFindings = {
  'import/not-an-export': 'The file is not an export of the product named, or a part of it is not.',
  'import/flag-left-out': 'A flag cannot be written down here, and was not imported.',
  'import/segment-left-out': 'A segment cannot be written down here, and was not imported.',
  'import/rule-left-out': 'A rule or strategy of a flag or segment has no equal here, and was left out.',
  'import/was-random': 'The product drew lots at each call; the flag deals by the key of the user.',
  'import/off-variation':
    'The flag left the value to the code where it was off or archived; here it answers with its off variation.',
  'import/percentage-rounded': 'A share was finer than a thousandth of a percent and was rounded.',
  'import/prerequisite-settled': 'A dependency can never or will always be met as things stand, and was settled.',
  'import/strategies-disabled':
    'A feature is enabled and all its strategies are disabled: it is on for everybody, as it is there.',
  'import/experiment-left-out': 'The split of an experiment was imported; what it measures was not.',
  'import/sticky-buckets':
    'The code may have kept what somebody was dealt before, and dealt them that again; here shares decide alone.',
  'import/single-values':
    'Attributes were taken to have one value each, though the product would test every member of a list.',
  'import/renamed': 'A name is not possible here and was changed.',
} as const;

export type ImportFindingCode = keyof typeof importFindings;
