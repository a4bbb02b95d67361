/** Of this package. */
export const sdkVersion = '0.1.0';

/** The version of the API that this SDK was made for. */
export const apiVersion = '2026-11-01';
