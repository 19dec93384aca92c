import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOMS = ['apps', 'libs', 'stand-ins', 'tools'];
const SOURCE = /\.(ts|tsx|mjs)$/;
// Statements and word lists are data: they are read by the eye for sense, not for length.
const DATA = /\.(spec|int-spec|sql)\.ts$|\/(words|phrasebook)\//;
const MAX_FUNCTION_LINES = 40;
const MAX_DEPENDENCIES = 5;

const files = ROOMS.flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .map((name) => join(room, name))
    .filter((name) => SOURCE.test(name) && !DATA.test(name) && !/node_modules|apps\/web\/dist/.test(name)),
);
const sources = files.map((name) => ({ name, text: readFileSync(name, 'utf8') }));
const lines = (text: string): number => text.trimEnd().split('\n').length;
const sorted = sources.map(({ text }) => lines(text)).sort((one, other) => one - other);

interface Finding {
  readonly where: string;
  readonly size: number;
}

const findAll = (measure: (node: ts.Node, file: ts.SourceFile) => number, limit: number): Finding[] =>
  sources.flatMap(({ name, text }) => {
    const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
    const found: Finding[] = [];
    const visit = (node: ts.Node): void => {
      const size = measure(node, file);
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      if (size > limit) found.push({ where: `${name}:${String(line + 1)}`, size });
      ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
  });

const bodyLines = (node: ts.Node, file: ts.SourceFile): number => {
  if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return 0;
  const lineOf = (position: number): number => file.getLineAndCharacterOfPosition(position).line;
  return lineOf(node.end) - lineOf(node.getStart()) + 1;
};

describe('the sizes of the source', () => {
  it('are small: half of the files under 50 lines, nine in ten under 120, none over 300', () => {
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(50);
    expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThan(120);
    expect(sources.filter(({ text }) => lines(text) > 300).map(({ name }) => name)).toEqual([]);
  });

  it('leave functions on one screen', () => {
    expect(findAll(bodyLines, MAX_FUNCTION_LINES)).toEqual([]);
  });

  it('leave classes with few dependencies', () => {
    const dependencies = (node: ts.Node): number =>
      ts.isConstructorDeclaration(node) ? node.parameters.length : 0;
    expect(findAll(dependencies, MAX_DEPENDENCIES)).toEqual([]);
  });
});
