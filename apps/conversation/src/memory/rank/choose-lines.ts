import type { Ranking, RankedLine } from './rank-lines.js';

/** What a choice must keep to. */
export interface ChoiceBounds {
  /** Below this coverage nothing was found, whatever the ranks say. */
  readonly floor: number;
  /** How far below the best a line may lie, as a share of its score. */
  readonly share: number;
  readonly lines: number;
}

/** What a turn is given. Below this floor one in ten questions about what was never said brings something. */
export const TURN_BOUNDS: ChoiceBounds = { floor: 0.34, share: 0.4, lines: 24 };

const WINDOWS_A_SESSION = 3;

/** The lines of a ranking that are worth showing, the best first, from more than one session where there are. */
export const chooseLines = (
  { ranked, coverage }: Ranking,
  { floor, share, lines }: ChoiceBounds,
): RankedLine[] => {
  if (coverage < floor) return [];
  const least = share * (ranked[0]?.score ?? 0);
  const chosen: RankedLine[] = [];
  const windows = new Map<string, number>();
  const places = new Set<number>();
  for (const candidate of ranked) {
    if (candidate.score < least || chosen.length === lines) break;
    const { line, n } = candidate;
    const joins = [line.before, line.after].some((near) => near !== undefined && places.has(near));
    const opened = windows.get(line.session_id) ?? 0;
    if (!joins && opened === WINDOWS_A_SESSION) continue;
    if (!joins) windows.set(line.session_id, opened + 1);
    places.add(n);
    chosen.push(candidate);
  }
  return chosen;
};
