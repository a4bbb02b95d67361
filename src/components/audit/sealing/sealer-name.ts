/** Where the sealer stands is kept under this name: entries up to there have their places in the chains. */
export const sealerName = 'audit-sealer';
