const TURN_MS = 20;
const TURNS = 10;

/**
 * Gives up on work that takes longer than about 200 ms. The time is counted in turns of this process's own
 * loop: an answer that already waits here, behind other work, is not taken for one that does not come.
 */
export const withPatience = <T>(work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    let left = TURNS;
    const turns = setInterval(() => {
      left -= 1;
      if (left > 0) return;
      clearInterval(turns);
      reject(new Error('the broker did not answer in time'));
    }, TURN_MS);
    const end = (): void => {
      clearInterval(turns);
    };
    work.then(resolve, reject).finally(end);
  });
