/** Milliseconds before a batch is sent once more, at first and at most. */
const [firstWait, longestWait] = [1_000, 300_000];
/** Milliseconds that a receiver may ask for at most. */
export const longestAsked = 3_600_000;
/** Milliseconds after which a stream that nothing gets through is in error, and between its tries from then on. */
const patience = 7 * 86_400_000;
const restrained = 3_600_000;

/** Whether nothing has got through for so long that somebody has to look at it. Nothing is lost then, and tries go on. */
export function isInError(failingSince: Date | null, now: Date): boolean {
  return failingSince !== null && now.getTime() - failingSince.getTime() >= patience;
}

/**
 * Milliseconds to wait after so many batches have failed in a row, twice as long each time. Half of it is chance
 * (`random`, from 0 to 1): what failed together does not come back together. A receiver that asked to wait is heeded,
 * up to an hour.
 */
export function waitAfter(
  failures: number,
  {
    asked = 0,
    isInError: isOver,
    random,
  }: { readonly asked?: number; readonly isInError: boolean; readonly random: number },
): number {
  const wait = isOver ? restrained : Math.min(firstWait * 2 ** Math.min(failures - 1, 20), longestWait);
  return Math.round(Math.max(wait * (0.5 + random / 2), Math.min(asked, longestAsked)));
}
