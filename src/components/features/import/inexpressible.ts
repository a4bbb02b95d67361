/** Says what has no equal here. Thrown by translators while they read one rule, and caught where the rule is left out. */
export class Inexpressible extends Error {}
