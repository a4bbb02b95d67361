/** Why an export does not hold: code → what it means. Documented in docs/guides/audit-proof.md; a test compares both. */
export const reasons = {
  'entry-changed': 'The entry does not fit its hash: it was changed.',
  'entry-replaced': 'The next entry continues another one: this one was changed, and its hash made anew.',
  'entry-missing': 'The entry that belongs here is missing.',
  'entry-inserted': 'An entry stands here that does not belong here.',
  'entries-reordered': 'The entry that belongs here stands further down.',
  'line-unreadable': 'What stands here is no entry.',
  'personal-changed': 'The personal part is not the one that the entry commits to.',
  'front-missing': 'The export began with earlier entries, which are missing.',
  'end-missing': 'The export went on, and its end is missing.',
  'chain-rewritten': 'The entries fit one another, but not what was signed: the chain was made anew from here on.',
  'lines-changed': 'All entries hold, but something beside them was changed or left out.',
  'manifest-changed': 'All entries fit one another, but the manifest at the end was changed.',
  'checkpoint-forged': 'The checkpoint in the manifest was not signed by the key.',
  'key-unknown':
    'The export or its checkpoint was signed, but by none of the keys that are trusted: give all keys of the server.',
  'checkpoint-contradicted':
    'The chain is not the one of which the kept checkpoint was signed: entries were taken back, and others put in their place.',
  'checkpoint-ahead':
    'The export ends before the kept checkpoint, so that the chain was cut back or the export is older.',
  'checkpoint-untold': 'Nothing in the export tells whether its chain goes on from the kept checkpoint.',
  'checkpoint-other': 'The kept checkpoint is of another chain, or was signed by none of the keys that are trusted.',
  'not-signed': 'The export was not signed, so that nothing shows whether the chain was made anew or cut off.',
  'after-manifest': 'Something stands behind the manifest, which is the end of an export.',
  'not-compressed': 'The file begins as a compressed one and cannot be read as such to its end.',
  'list-changed': 'The list of chains was changed.',
  'chain-missing': 'The export of a chain that the list names is missing.',
  'chain-older': 'The export of a chain is older than the list.',
  'chain-other': 'The export is of another chain, or was asked for something else, than the list says.',
  'file-unknown': 'A file stands in the export that the list does not name.',
} as const;

export type Reason = keyof typeof reasons;
