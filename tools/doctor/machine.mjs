import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from '../install.mjs';
import { dataFolder, root } from '../places.mjs';
import { runCommand } from '../process/run-command.mjs';
import { fix, ok, warn } from './findings.mjs';

const GIGABYTE = 1e9;
const LEAST_GIGABYTES = 1;
const COMFORTABLE_GIGABYTES = 3;
const LEAST_NPM_MAJOR = 9;
const DAY_MS = 24 * 3600 * 1000;

/** Node and npm. Whoever reads this runs a Node that is new enough. */
export const checkTools = async () => {
  const { code, stdout } = await runCommand('npm', ['--version']);
  const npm = stdout.trim();
  return [
    ok(`node ${process.versions.node} on ${process.platform} ${process.arch}`),
    code !== 0
      ? fix('npm does not run: install it with Node (https://nodejs.org)')
      : Number.parseInt(npm) < LEAST_NPM_MAJOR
        ? warn(`npm ${npm} is old: npm install --global npm@11`)
        : ok(`npm ${npm}`),
  ];
};

/** The packages, and whether they are those of the lock file. */
export const checkPackages = () => {
  if (!existsSync(join(root, 'package-lock.json'))) {
    return fix('package-lock.json is missing: git checkout package-lock.json');
  }
  return isInstalled()
    ? ok('packages are installed as package-lock.json says')
    : warn('packages are not installed yet, or others: npm start installs them');
};

/** The folders that a start writes to. */
export const checkFolders = () =>
  [root, dataFolder, join(root, 'node_modules'), join(root, 'dist')]
    .filter((folder) => existsSync(folder))
    .map((folder) =>
      isWritable(folder)
        ? ok(`${folder} can be written to`)
        : fix(`${folder} cannot be written to: give it to this account, or start with the one that made it`),
    );

/** Room on the disk: packages, data and logs. */
export const checkDisk = () => {
  const { bavail, bsize } = statfsSync(root);
  const gigabytes = (bavail * bsize) / GIGABYTE;
  const text = `${gigabytes.toFixed(1)} GB free on the disk`;
  if (gigabytes < LEAST_GIGABYTES) return fix(`${text}: make room for at least ${LEAST_GIGABYTES} GB`);
  return gigabytes < COMFORTABLE_GIGABYTES ? warn(text) : ok(text);
};

/** The clock: tokens and payment webhooks are refused when it is wrong. */
export const checkClock = () => {
  const written = statSync(join(root, 'package.json')).mtime;
  const now = new Date();
  return now.getTime() < written.getTime() - DAY_MS
    ? fix(`the clock says ${now.toISOString()}, but these files were written later: set the clock`)
    : ok(`the clock says ${now.toISOString()}`);
};

/** @param {string} folder */
const isWritable = (folder) => {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
};
