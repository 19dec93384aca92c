import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const SOURCE = join(import.meta.dirname, '..');
const DEVANAGARI = /[\u0900-\u097F]/;
const WORD = /\p{L}{3}/u;

const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.spec.ts'))
  .map((name) =>
    ts.createSourceFile(name, readFileSync(join(SOURCE, name), 'utf8'), ts.ScriptTarget.Latest, true),
  );

const find = (node: ts.Node, wanted: (node: ts.Node) => boolean): ts.Node[] => {
  const found: ts.Node[] = wanted(node) ? [node] : [];
  ts.forEachChild(node, (child) => {
    found.push(...find(child, wanted));
  });
  return found;
};

/** Everything that is said in a language: what stands under its mark, names of members aside. */
const wordsOf = (locale: string): string[] =>
  sources.flatMap((source) =>
    find(
      source,
      (node) => ts.isPropertyAssignment(node) && ts.isStringLiteral(node.name) && node.name.text === locale,
    )
      .flatMap((node) => find((node as ts.PropertyAssignment).initializer, isText))
      .map((node) => `${source.fileName}: ${node.getText()}`),
  );

/** A text, and not the name of a member. */
const isText = (node: ts.Node): boolean =>
  (ts.isStringLiteralLike(node) && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node)) ||
  ts.isTemplateExpression(node);

describe('the words of the client', () => {
  it('are in English where English is chosen', () => {
    expect(wordsOf('en-IN').length).toBeGreaterThan(100);
    expect(wordsOf('en-IN').filter((text) => DEVANAGARI.test(text))).toEqual([]);
  });

  it('are in Hindi where Hindi is chosen', () => {
    const bare = wordsOf('hi-IN').filter((text) => !DEVANAGARI.test(text));
    expect(bare.filter((text) => WORD.test(text.replace(/^.*?: /, '').replace(/\$\{.*?\}/g, '')))).toEqual(
      [],
    );
  });

  it('never stand in the markup itself, where nobody could translate them', () => {
    const bare = sources.flatMap((source) =>
      find(source, ts.isJsxText)
        .filter((node) => WORD.test(node.getText()))
        .map((node) => `${source.fileName}: ${node.getText().trim()}`),
    );
    expect(bare).toEqual([]);
  });
});
