/** A point on the screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The ground a curve is drawn on. */
export interface Ground {
  readonly width: number;
  readonly height: number;
  /** The value at the upper edge; 0 is at the lower one. */
  readonly top: number;
}

/** Where the values of a curve stand, spread evenly from left to right; a single one stands at the right. */
export const trendPoints = (values: readonly number[], { width, height, top }: Ground): Point[] =>
  values.map((value, index) => ({
    x: values.length === 1 ? width : round((index / (values.length - 1)) * width),
    y: round(height - (Math.min(Math.max(value, 0), top) / top) * height),
  }));

/** A smooth line through points, as an SVG path. It never rises above or falls below its neighbours. */
export const trendPath = (points: readonly Point[]): string => {
  const [first, ...others] = points;
  if (first === undefined) return '';
  let before = first;
  const pieces = others.map((point) => {
    const middle = round((before.x + point.x) / 2);
    const piece = `C${text(middle)} ${text(before.y)} ${text(middle)} ${text(point.y)} ${text(point.x)} ${text(point.y)}`;
    before = point;
    return piece;
  });
  return [`M${text(first.x)} ${text(first.y)}`, ...pieces].join('');
};

const round = (value: number): number => Math.round(value * 10) / 10;
const text = (value: number): string => String(value);
