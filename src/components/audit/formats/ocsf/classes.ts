/** A class of OCSF 1.8, as far as entries are of it. */
export interface OcsfClass {
  readonly uid: number;
  readonly name: string;
  readonly category: { readonly uid: number; readonly name: string };
  /** By the last word of an action, whichever fits first; its `activity_id` and what OCSF calls it. */
  readonly activities: readonly (readonly [words: RegExp, id: number, name: string])[];
}

const identity = { uid: 3, name: 'Identity & Access Management' };
const application = { uid: 6, name: 'Application Activity' };

export const accountChange: OcsfClass = {
  uid: 3001,
  name: 'Account Change',
  category: identity,
  activities: [
    [/^mfa_(enabled|added|enrolled)$/, 10, 'MFA Factor Enable'],
    [/^mfa_(disabled|removed)$/, 11, 'MFA Factor Disable'],
    [/^password_reset/, 4, 'Password Reset'],
    [/^password_(changed|updated|set)$/, 3, 'Password Change'],
    [/^(role|permission|grant|policy)\w*_(assigned|granted|attached|added|created)$/, 7, 'Attach Policy'],
    [/^(role|permission|grant|policy)\w*_(unassigned|revoked|detached|removed|deleted)$/, 8, 'Detach Policy'],
    [/^(created|registered|signed_up|added|invited)$/, 1, 'Create'],
    [/^(enabled|activated|reactivated|restored)$/, 2, 'Enable'],
    [/^(disabled|deactivated|suspended)$/, 5, 'Disable'],
    [/^(deleted|removed|erased|revoked)$/, 6, 'Delete'],
    [/^locked/, 9, 'Lock'],
    [/^unlocked$/, 12, 'Unlock'],
  ],
};

export const authentication: OcsfClass = {
  uid: 3002,
  name: 'Authentication',
  category: identity,
  activities: [
    [/^(login|logon|log_in|sign_in|signed_in|logged_in)/, 1, 'Logon'],
    // `auth.failed`: a request of somebody who could not prove who they are.
    [/^failed$/, 1, 'Logon'],
    [/^(logout|logoff|log_out|sign_out|signed_out|logged_out)/, 2, 'Logoff'],
  ],
};

/** What is created, read, updated and deleted in both classes that are about any kind of thing. */
const lifecycle: OcsfClass['activities'] = [
  [/(^|_)(created|added|registered|recorded|imported|assigned|granted|issued)$/, 1, 'Create'],
  [/(^|_)(read|viewed|listed|exported|searched|downloaded)$/, 2, 'Read'],
  [/(^|_)(updated|changed|set|renamed|applied|rotated|rolled_back|enabled|disabled|archived|replaced)$/, 3, 'Update'],
  [/(^|_)(deleted|removed|revoked|unassigned|pruned|erased|cancelled)$/, 4, 'Delete'],
];

export const entityManagement: OcsfClass = {
  uid: 3004,
  name: 'Entity Management',
  category: identity,
  activities: lifecycle,
};

export const apiActivity: OcsfClass = {
  uid: 6003,
  name: 'API Activity',
  category: application,
  // A decision that was asked for reads no thing, and manages none.
  activities: [...lifecycle, [/(^|_)(checked|evaluated)$/, 2, 'Read']],
};
