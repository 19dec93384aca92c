/** Rupees, as a number or with two decimals, as whole paise: sums and comparisons are exact in these. */
export const paise = (rupees: number | string): number => Math.round(Number(rupees) * 100);

/** Whole paise as rupees with two decimals. */
export const rupees = (wholePaise: number): string => (wholePaise / 100).toFixed(2);
