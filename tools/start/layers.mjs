/**
 * Something that runs and can be ended: in order, or at once.
 * @typedef {{ stop(): Promise<void>, kill(): void }} Part
 */

/** Everything that this start has started, in layers: what was added later rests on what was added before. */
export const makeLayers = () => {
  /** @type {(readonly Part[])[]} */
  const layers = [];
  return {
    /** @param {Part[]} parts */
    add: (...parts) => void layers.push(parts),
    /** Ends the layers one after the other, the last one first. */
    stop: async () => {
      for (const layer of layers.toReversed()) await Promise.all(layer.map((part) => part.stop()));
    },
    /** Ends everything without asking. */
    kill: () => {
      for (const part of layers.flat()) part.kill();
    },
  };
};
