import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Fault } from './fault.mjs';
import { runCommand } from './process/run-command.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
/** Where it is put without being on the path. */
const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
];

/**
 * Finds a Chromium for the tests of the web client: the one that CHROMIUM names, an installed one, or, for root on
 * Debian or Ubuntu, the one of the system's own packages, which is installed once.
 * @param {(line: string) => void} say
 * @returns {Promise<string>} its path
 * @throws {Fault} saying what to install
 */
export const findChromium = async (say) => {
  const installed = installedChromium();
  if (installed !== undefined) return installed;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('installing chromium from the packages of this system (once)');
    await runCommand('apt-get', ['-q', 'update']);
    // The fonts are for what the client does not ship: emoji.
    const { stderr } = await runCommand(
      'apt-get',
      ['-q', '-y', '--no-install-recommends', 'install', 'chromium', 'fonts-noto-color-emoji'],
      { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
    );
    const fetched = installedChromium();
    if (fetched !== undefined) return fetched;
    throw new Fault(`Chromium could not be installed:\n${stderr.trim()}\n${ADVICE}`);
  }
  throw new Fault(`The tests of the web client need Chromium or Chrome. ${ADVICE}`);
};

const ADVICE =
  'Install it (`apt-get install chromium`, `brew install --cask chromium`), or name it in CHROMIUM.';

const installedChromium = () => {
  const named = process.env['CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const places = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...(named ? [named] : []), ...places, ...USUAL_PLACES].find(isExecutable);
};

/** @param {string} file */
const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
