import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** This near to the end counts as being there. */
const NEAR_PX = 80;

export interface StickToEnd {
  /** Whether the person reads further up, so that nothing may move under their eyes. */
  readonly isAway: boolean;
  readonly toEnd: () => void;
  readonly onScroll: () => void;
}

/**
 * Keeps a scroller at its end while it grows, unless the person has scrolled away.
 * @param changes whatever may have made it grow
 */
export const useStickToEnd = (
  scroller: RefObject<HTMLElement | null>,
  changes: readonly unknown[],
): StickToEnd => {
  const isStuck = useRef(true);
  const [isAway, setIsAway] = useState(false);
  const toEnd = (): void => {
    isStuck.current = true;
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  };
  useLayoutEffect(() => {
    if (isStuck.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  }, changes);
  const onScroll = (): void => {
    const { current } = scroller;
    if (current === null) return;
    isStuck.current = current.scrollHeight - current.scrollTop - current.clientHeight < NEAR_PX;
    setIsAway(!isStuck.current);
  };
  return { isAway, toEnd, onScroll };
};
