import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 20;

/** Tries an expectation again until it holds; fails with its last failure when it never does. */
export const eventually = async <T>(expectation: () => T | Promise<T>, withinMs = 5000): Promise<T> => {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await expectation();
    } catch (failure) {
      if (Date.now() > until) throw failure;
      await pause(LOOK_EVERY_MS);
    }
  }
};
