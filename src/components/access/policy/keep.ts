/** Keeps what a function answers. Past `most` answers it begins anew: names that callers make up are without number. */
export function keep<Value>(answer: (asked: string) => Value, most: number): (asked: string) => Value {
  const kept = new Map<string, Value>();
  return (asked) => {
    const before = kept.get(asked);
    if (before !== undefined) return before;
    const value = answer(asked);
    if (kept.size >= most) kept.clear();
    kept.set(asked, value);
    return value;
  };
}
