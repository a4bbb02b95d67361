/** A value of a case, with what JSON has no form for: `{"$instant": …}`, `{"$undefined": true}`, `{"$bytes": …}`. */
export function readValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readValue);
  if (typeof value !== 'object' || value === null) return value;
  if ('$instant' in value) return new Date(String(value.$instant));
  if ('$undefined' in value) return undefined;
  if ('$bytes' in value) return Buffer.from(String(value.$bytes), 'base64');
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, readValue(member)]));
}
