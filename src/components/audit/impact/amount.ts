/** `1,204`, `1 alarm`, `1,204 alarms`. */
export function amount(count: number, one?: string, many = `${one}s`): string {
  const figure = String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return one === undefined ? figure : `${figure} ${count === 1 ? one : many}`;
}
