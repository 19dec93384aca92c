import { stepRunner } from './run-step.mjs';

/** As many as the smallest machines have cores. */
const AT_ONCE = 2;

/**
 * @typedef {import('./steps.mjs').Step} Step
 * @typedef {{ readonly name: string, readonly ok: boolean, readonly seconds: number }} StepResult
 */

/**
 * Runs steps in their order, cheap ones beside each other, and begins no further one after a failure.
 * @param {readonly Step[]} steps
 * @param {(text: string) => void} say
 * @returns {Promise<readonly StepResult[]>} of those that ran
 */
export const runSteps = async (steps, say) => {
  /** @type {StepResult[]} */
  const results = [];
  const failed = () => results.some(({ ok }) => !ok);

  /** @param {Step} step */
  const run = async (step) => {
    if (!step.cheap) say(`\n== ${step.name}`);
    const began = Date.now();
    const { ok, output } = await step.run(stepRunner);
    results.push({ name: step.name, ok, seconds: (Date.now() - began) / 1000 });
    if (step.cheap) say(`\n== ${step.name}: ${ok ? 'ok' : 'failed'}`);
    if (!ok) say(output.trimEnd());
  };

  const waiting = steps.filter(({ cheap }) => cheap);
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined && !failed(); step = waiting.shift()) await run(step);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  for (const step of steps.filter(({ cheap }) => !cheap)) {
    if (!failed()) await run(step);
  }
  return results;
};

/**
 * The table at the end.
 * @param {readonly { readonly name: string }[]} steps
 * @param {readonly StepResult[]} results
 */
export const tableOf = (steps, results) =>
  steps
    .map(({ name }) => {
      const result = results.find((one) => one.name === name);
      const outcome = result === undefined ? 'not run' : result.ok ? 'ok' : 'failed';
      const seconds = result === undefined ? '' : result.seconds.toFixed(1).padStart(6);
      return `${name.padEnd(12)} ${outcome.padEnd(8)}${seconds}`.trimEnd();
    })
    .join('\n');
