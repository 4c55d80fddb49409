import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLError,
} from "yaml";
import { quoted } from "../reports/plain-text.ts";
import type { Mistake, Path } from "./mistakes.ts";

/** What the text of a profile says, and where it says it. */
export interface ProfileSource {
  readonly given: unknown;
  /** The line on which a path stands, or else what it would stand in; undefined for the file as a whole. */
  lineOf(path: Path): number | undefined;
}

/** No key of a profile lies deeper. */
const DEEPEST = 8;
/** Of the parser's own words; they may quote the file. */
const LONGEST_MESSAGE = 200;

/**
 * YAML (JSON is YAML as well) as plain values, or all that is wrong with it. What would be read as something else than it
 * looks is a mistake: aliases, tags, keys that are no words, a second document.
 */
export function readSource(text: string): ProfileSource | { readonly mistakes: readonly Mistake[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const lineAt = (node: Node | null | undefined): number | undefined =>
    node?.range == null ? undefined : lines.linePos(node.range[0]).line;
  const broken = [...document.errors, ...document.warnings].map((error) => brokenAt(error, lines));
  const mistakes =
    broken.length > 0
      ? broken.filter(({ line }, index) => broken.findIndex((other) => other.line === line) === index)
      : [...oddities(document.contents, [], undefined, lineAt)];
  if (mistakes.length > 0) return { mistakes };
  return { given: document.toJS() ?? {}, lineOf: (path) => lineAt(nodeOf(document.contents, path)) };
}

/** What the parser says, in words that ask for what can be done in a file. It may say much of one line; the first counts. */
function brokenAt({ code, message, pos }: YAMLError, lines: LineCounter): Mistake {
  const { line, col } = lines.linePos(pos[0]);
  const said = FIXES[code] ?? quoted(message, LONGEST_MESSAGE);
  return { path: [], line, message: `column ${col}: ${said}` };
}

const FIXES: Readonly<Partial<Record<YAMLError["code"], string>>> = {
  MULTIPLE_DOCS: "a second document begins; take away the line --- and what belongs to another file",
  RESOURCE_EXHAUSTION: "nested far too deeply; a profile has few levels",
  TAG_RESOLVE_FAILED: "write values without tags (!name)",
};

function* oddities(
  node: unknown,
  path: Path,
  line: number | undefined,
  lineAt: (node: Node) => number | undefined,
): Generator<Mistake> {
  if (isAlias(node)) yield { path, line, message: "write it without aliases (*name)" };
  else if (path.length > DEEPEST) yield { path: path.slice(0, 1), line, message: "nested far too deeply" };
  else if (isMap<Node, Node | null>(node)) for (const pair of node.items) yield* oddPair(pair, path, lineAt);
  else if (isSeq(node))
    for (const [index, item] of node.items.entries())
      yield* oddities(item, [...path, index], lineAt(item as Node), lineAt);
}

function* oddPair(
  { key, value }: Pair<Node, Node | null>,
  path: Path,
  lineAt: (node: Node) => number | undefined,
): Generator<Mistake> {
  const line = lineAt(key);
  const name = isScalar(key) ? key.value : undefined;
  if (typeof name !== "string") yield { path, line, message: "a key must be a word" };
  // Whoever builds a table from this one would take it for its nature.
  else if (name === "__proto__") yield { path: [...path, name], line, message: "there is no such key" };
  else yield* oddities(value, [...path, name], line, lineAt);
}

/** The key or item a path names, as far as there is one. */
function nodeOf(contents: unknown, path: Path): Node | undefined {
  let node = contents;
  let named: Node | undefined;
  for (const part of path) {
    const pair = isMap<Node>(node) ? node.items.find(({ key }) => isScalar(key) && key.value === part) : undefined;
    const item = isSeq<Node>(node) ? node.items[Number(part)] : undefined;
    if (pair === undefined && item === undefined) return named;
    named = pair?.key ?? item;
    node = pair?.value ?? item;
  }
  return named;
}
