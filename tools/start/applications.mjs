import { services } from '../settings.mjs';
import { Fault } from '../fault.mjs';
import { runNodePart } from './node-part.mjs';

/**
 * @typedef {import('../settings.mjs').App} App
 * @typedef {import('./node-part.mjs').NodePart} NodePart
 */

/**
 * The five applications. The gateway starts when the services are ready, and ends before them.
 * @param {{ ports: import('../ports.mjs').Ports, surroundings: import('./node-part.mjs').Surroundings }} options
 */
export const makeApplications = ({ ports, surroundings }) => {
  /** @type {Map<App, NodePart>} */
  const running = new Map();
  const { signal } = surroundings;

  /** @param {readonly App[]} names */
  const end = async (names) => {
    await Promise.all(names.map((name) => running.get(name)?.stop()));
    for (const name of names) running.delete(name);
  };

  return {
    /**
     * @param {Readonly<Record<App, import('../settings.mjs').Variables>>} settings
     * @throws {Fault} with everything that keeps them from starting
     */
    start: async (settings) => {
      /** @param {readonly App[]} names */
      const begin = async (names) => {
        signal.throwIfAborted();
        for (const name of names) {
          running.set(name, runApplication(name, settings[name], ports[name], surroundings));
        }
        await allReady(names.map((name) => running.get(name)?.ready));
      };
      await begin(services);
      await begin(['gateway']);
    },
    stop: async () => {
      await end(['gateway']);
      await end(services);
    },
    kill: () => {
      for (const part of running.values()) part.kill();
    },
  };
};

/**
 * @param {App} name
 * @param {import('../settings.mjs').Variables} variables
 * @param {number} port
 * @param {import('./node-part.mjs').Surroundings} surroundings
 */
const runApplication = (name, variables, port, surroundings) =>
  runNodePart(
    {
      name,
      script: `dist/apps/${name}/src/main.js`,
      variables,
      readyUrl: `http://127.0.0.1:${port}/health/ready`,
    },
    surroundings,
  );

/**
 * Waits for all, so that a person sees everything that is wrong at once.
 * @param {readonly (Promise<void> | undefined)[]} parts
 */
const allReady = async (parts) => {
  const reasons = (await Promise.allSettled(parts)).flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason] : [],
  );
  if (reasons.length === 0) return;
  const other = reasons.find((reason) => !(reason instanceof Fault));
  throw other ?? new Fault(reasons.map(({ message }) => message).join('\n\n'));
};
