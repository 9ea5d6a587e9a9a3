// the_title: how far a mean of draws strays from the expectation.

/** Return the standard deviation of the mean of `n` independent draws. */
export function deviationOfMean(sigma: number, n: number): number {
  return sigma / Math.sqrt(n);
}

interface Golden {
  readonly sigma: number;
  readonly n: number;
}

/** Return all numbers of a state, to be held to golden values. */
export function golden({ sigma, n }: Golden): Record<string, number> {
  return { deviation: deviationOfMean(sigma, n) };
}
