/** `AlertRule` → `alert-rule.yaml`: how the files about a kind are called. */
export function fileNameOf(kind: string, extension: string): string {
  const words = kind.replace(/([a-z0-9])([A-Z])/g, '$1-$2').replace(/([A-Z])([A-Z][a-z])/g, '$1-$2');
  return `${words.toLowerCase()}.${extension}`;
}
