import { describe, expect, it } from "vitest";
import { layers } from "./layers.ts";
import { productFiles, type SourceFile } from "./source-files.ts";

/** What the world must not touch, and what to use instead (architecture.md §3). */
const banned: readonly { readonly pattern: RegExp; readonly instead: string }[] = [
  { pattern: /\bDate\.now\b/, instead: "clock.nowMs" },
  { pattern: /\bnew Date\(\s*\)/, instead: "clock.nowMs and kernel/civil-time.ts" },
  { pattern: /\bperformance\.now\b/, instead: "clock.nowMs" },
  { pattern: /\bsetTimeout\b|\bsetInterval\b|\bsetImmediate\b/, instead: "clock.after, or sleep of kernel/process.ts" },
  { pattern: /\bMath\.random\b/, instead: "an Rng stream: rng.fork(name)" },
  { pattern: /\brandomBytes\b|\brandomUUID\b|\brandomInt\b|\bgetRandomValues\b/, instead: "rng.fork(name).bytes" },
  { pattern: /\bprocess\.(?:env|argv|cwd|stdout|stderr)\b/, instead: "an option, passed in from an edge" },
  { pattern: /\bgenerateKeyPair\w*\b/, instead: "a KeySource, passed in from an edge" },
  { pattern: /\blocaleCompare\b/, instead: "comparison by code unit" },
  { pattern: /\bIntl\b|\btoLocale\w+\b/, instead: "kernel/civil-time.ts or plain formatting" },
  { pattern: /\bconsole\./, instead: "a return value; edges write to the streams" },
  { pattern: /\bas any\b|@ts-(?:ignore|expect-error|nocheck)/, instead: "a type that says what it is" },
  { pattern: /\b(?:TODO|FIXME|XXX|HACK)\b/, instead: "an issue, or the work itself" },
];

const MAX_LINES = 300;

const isEdge = (path: string): boolean =>
  layers.some(({ place, edge }) => edge === true && (path === place || path.startsWith(`${place}/`)));

/** Comments speak of what is banned; only code counts. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (block) => block.replace(/[^\n]/g, " ")).replace(/(^|\s)\/\/.*$/gm, "$1");
}

function untidy({ path, text }: SourceFile): readonly string[] {
  if (isEdge(path)) return [];
  return codeOf(text)
    .split("\n")
    .flatMap((line, index) =>
      banned
        .filter(({ pattern }) => pattern.test(line))
        .map(({ pattern, instead }) => `${path}:${index + 1} has ${pattern.exec(line)?.[0]}; use ${instead}`),
    );
}

describe("the house is tidy", () => {
  it("no part of the world touches ambient time, chance, environment or output", () => {
    expect(productFiles().flatMap(untidy)).toEqual([]);
  });

  it("what is banned is seen, in code and not in comments", () => {
    expect(untidy({ path: "devices/cards/card.ts", text: "const now = Date.now();" })).toEqual([
      "devices/cards/card.ts:1 has Date.now; use clock.nowMs",
    ]);
    expect(untidy({ path: "devices/cards/card.ts", text: "/** Never Date.now(). */\n// nor Math.random()" })).toEqual(
      [],
    );
    expect(untidy({ path: "devices/transports/wall-clock.ts", text: "performance.now();" })).toEqual([]);
  });

  it("makes folders at one place, which knows where mkdir hangs", () => {
    const makers = productFiles().filter(({ text }) => /\bmkdir(?:Sync)?\b/.test(codeOf(text)));
    expect(makers.map(({ path }) => path)).toEqual(["devices/transports/make-folder.ts"]);
  });

  it("files hold one idea: none but tables and data is longer than 300 lines", () => {
    const tables = /code-lists|simulation-key-data/;
    const long = productFiles().filter(
      ({ path, text }) => !tables.test(path) && text.split("\n").length > MAX_LINES + 1,
    );
    expect(long.map(({ path, text }) => `${path} has ${text.split("\n").length} lines; split it by idea`)).toEqual([]);
  });

  it("names no real host of the service, anywhere", () => {
    const hosts = /onshikaku\.org|oqs-pdl\.org|lineauth\.mnw|flets-(?:east|west)\.jp|managedpki|jpki\.go\.jp/i;
    expect(
      productFiles()
        .filter(({ text }) => hosts.test(text))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});
