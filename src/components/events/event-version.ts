/**
 * The date of the form in which events are written. A later form gets a date of its own, and this one stays for endpoints
 * that name it.
 */
export const eventVersion = '2026-11-01';
