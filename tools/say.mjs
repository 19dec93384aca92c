import { inspect } from 'node:util';
import { Fault } from './fault.mjs';

// Whoever listened may be gone, and that must not end us before we have ended what we started.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/**
 * Tells the person at the console.
 * @param {string} line
 */
export const say = (line) => void process.stdout.write(`${line}\n`);

/**
 * Tells why something could not be done; a `Fault` explains itself, anything else shows where it came from.
 * @param {unknown} error
 */
export const complain = (error) =>
  void process.stderr.write(`\n${error instanceof Fault ? error.message : inspect(error)}\n`);
