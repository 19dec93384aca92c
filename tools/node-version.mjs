import { Fault } from './fault.mjs';

const [LEAST_MAJOR, LEAST_MINOR] = [20, 19];

/**
 * Whether a version of Node can run Saathi.
 * @param {string} version such as `20.19.0`
 */
export const isNodeNewEnough = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > LEAST_MAJOR || (major === LEAST_MAJOR && minor >= LEAST_MINOR);
};

/** @throws {Fault} when this Node is too old */
export const requireNode = () => {
  const { node } = process.versions;
  if (!isNodeNewEnough(node)) {
    throw new Fault(
      `Node ${LEAST_MAJOR}.${LEAST_MINOR} or newer is needed; this is ${node} (https://nodejs.org)`,
    );
  }
};
