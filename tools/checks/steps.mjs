import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../build.mjs';
import { Fault } from '../fault.mjs';
import { npmCommand } from '../install.mjs';
import { root } from '../places.mjs';
import { buildWeb } from '../web-build.mjs';

/**
 * What one step did. Of a step that shows its output itself, `output` is empty.
 * @typedef {{ readonly ok: boolean, readonly output: string }} StepOutcome
 *
 * A step: cheap ones may run beside each other, so they collect their output.
 * @typedef {object} Step
 * @property {string} name
 * @property {boolean} cheap
 * @property {(runner: import('./run-step.mjs').StepRunner) => Promise<StepOutcome>} run
 */

const NEED_BUILD = ['proofs', 'integration', 'e2e', 'web'];
/** What runs in Node, the client that runs in a browser, and the tests that speak to both. */
const TYPES = ['tsconfig.json', 'apps/web/tsconfig.json', 'test/e2e/web/tsconfig.json'];
const ROOMS = ['apps', 'libs', 'migrations', 'stand-ins', 'tools', 'test'];

/** @param {string} name */
const binary = (name) => join(root, 'node_modules', '.bin', name);

/**
 * @param {string} name
 * @param {readonly (readonly string[])[]} commands one after the other, up to the first that fails
 * @returns {Step}
 */
const cheap = (name, ...commands) => ({
  name,
  cheap: true,
  run: async ({ quietly }) => {
    let outcome = { ok: true, output: '' };
    for (const [command = '', ...args] of commands) {
      if (outcome.ok) outcome = await quietly(binary(command), args);
    }
    return outcome;
  },
});

/**
 * @param {string} name
 * @param {string} script of package.json
 * @returns {Step}
 */
const tests = (name, script) => ({
  name,
  cheap: false,
  run: ({ openly }) => {
    const [command = '', ...args] = npmCommand();
    return openly(command, [...args, 'run', '--silent', script]);
  },
});

/** @type {Step} */
const buildStep = {
  name: 'build',
  cheap: false,
  run: async () => {
    try {
      await build({ say: () => undefined });
      await buildWeb({ say: () => undefined });
      return { ok: true, output: '' };
    } catch (error) {
      if (error instanceof Fault) return { ok: false, output: error.message };
      throw error;
    }
  },
};

/**
 * Every step, in order; of the cheap ones the longest come first, as two of them run at a time.
 * @returns {readonly Step[]}
 */
export const allSteps = () => [
  cheap('lint', ['eslint', '.', '--cache', '--cache-location', 'node_modules/.cache/eslint/']),
  cheap('types', ...TYPES.map((project) => ['tsc', '-p', project])),
  cheap('format', ['prettier', '--check', '.']),
  cheap('rooms', ['depcruise', ...ROOMS.filter((room) => existsSync(join(root, room)))]),
  tests('unit', 'test:unit'),
  buildStep,
  tests('proofs', 'test:proofs'),
  tests('integration', 'test:int'),
  tests('e2e', 'test:e2e'),
  tests('web', 'test:web'),
];

/**
 * The steps with these names, in their order; all when no name is given. Some run what is built,
 * so they bring the build along.
 * @template {{ readonly name: string }} Named
 * @param {readonly Named[]} steps
 * @param {readonly string[]} names
 * @returns {readonly Named[]}
 * @throws {Fault} naming what there is no step for
 */
export const chosenSteps = (steps, names) => {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    const there = steps.map(({ name }) => name).join(', ');
    throw new Fault(`There is no step ${unknown.join(', ')}. The steps: ${there}`);
  }
  if (names.length === 0) return steps;
  const wanted = names.some((name) => NEED_BUILD.includes(name)) ? [...names, 'build'] : names;
  return steps.filter(({ name }) => wanted.includes(name));
};
