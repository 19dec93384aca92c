import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const POLL_MS = 200;

/**
 * Hands on every line that is written to a file from now on, also when the file does not exist yet.
 * @param {string} file
 * @param {(line: string) => void} onLine
 * @param {number} [from] the place in the file to begin at, in bytes
 * @returns {() => void} ends it, after the last line
 */
export const followLog = (file, onLine, from = 0) => {
  let position = from;
  let unfinished = '';
  const decoder = new StringDecoder();
  const read = () => {
    const bytes = bytesFrom(file, position);
    position += bytes.length;
    const lines = (unfinished + decoder.write(bytes)).split('\n');
    unfinished = lines.pop() ?? '';
    for (const line of lines) onLine(line);
  };
  const timer = setInterval(read, POLL_MS).unref();
  return () => {
    clearInterval(timer);
    read();
  };
};

/**
 * The last lines of a file, for a message about what went wrong.
 * @param {string} file
 * @param {number} from the place in the file to begin at, in bytes
 */
export const lastLines = (file, from = 0, count = 12) =>
  bytesFrom(file, from).toString('utf8').trimEnd().split('\n').slice(-count).join('\n');

/**
 * @param {string} file
 * @param {number} position
 */
const bytesFrom = (file, position) => {
  if (!existsSync(file)) return Buffer.alloc(0);
  const descriptor = openSync(file, 'r');
  const bytes = Buffer.alloc(Math.max(fstatSync(descriptor).size - position, 0));
  const length = readSync(descriptor, bytes, 0, bytes.length, position);
  closeSync(descriptor);
  return bytes.subarray(0, length);
};
