/** What this says it is. */
export const userAgent = 'dream-sdk-typescript/0.1.0';

/** The version of the API that this was made for. */
export const apiVersion = '2026-11-01';
