import { spawn, spawnSync } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { readWav, type Sound } from './wav.js';

/** Whether the voice of this machine is installed. */
export const hasEspeak = (): boolean => spawnSync('espeak-ng', ['--version']).status === 0;

/**
 * What espeak-ng says. It runs as a process of its own, as its licence asks.
 * @param voice Latin letters under the Hindi voice are read as English
 * @throws Error when it is not installed
 */
export const espeak = async (text: string, voice: 'en-us' | 'hi', wordsPerMinute = 150): Promise<Sound> => {
  const speaking = spawn('espeak-ng', ['-v', voice, '-s', String(wordsPerMinute), '--stdin', '--stdout'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const failed = new Promise<never>((_, reject) => speaking.once('error', reject));
  // It may be gone before it has read everything.
  speaking.stdin.on('error', () => undefined);
  speaking.stdin.end(text);
  const sound = readWav(await Promise.race([buffer(speaking.stdout), failed]));
  if (sound === undefined) throw new Error('espeak-ng said nothing');
  return sound;
};
