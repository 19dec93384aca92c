import { useEffect, useState } from 'react';

const TICK_MS = 1000;

/**
 * Seconds left of a wait; it begins anew with every new object.
 * @param wait how long it takes
 */
export const useCountdown = (wait: { readonly seconds: number }): number => {
  const [left, setLeft] = useState(wait.seconds);
  useEffect(() => {
    const until = Date.now() + wait.seconds * 1000;
    const look = (): void => {
      setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    };
    look();
    const timer = setInterval(look, TICK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [wait]);
  return left;
};
