import { describe, expect, it } from "vitest";
import { apduLines } from "../../../harness/traces/apdu-lines.ts";
import { type CardEvent, cardEventsOf } from "../../../harness/traces/card-events.ts";
import { cardNames } from "../../../harness/traces/card-names.ts";
import { exchange, recorded } from "./events.ts";

interface Line {
  readonly words: { readonly ja: string; readonly en: string };
}

const linesOf = (events: readonly CardEvent[]): readonly Line[] =>
  apduLines(events, cardNames)
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Line => JSON.parse(line));

describe("exchanges as lines", () => {
  it("of a recorded trace: one a line, in order, the trace's own text with its marks, and words", () => {
    const trace = recorded("C02");
    const kept = trace.on("card.apdu");
    const lines = linesOf(cardEventsOf(trace));
    expect(lines).toHaveLength(kept.length);
    lines.forEach((line, index) => {
      const { atMs, message } = kept[index] ?? {};
      expect(line).toEqual({ atMs, ...message, words: line.words });
    });
    const verify = lines.filter((line) => JSON.stringify(line).includes('"00200080«pin»"'));
    expect(verify.map(({ words }) => words.en)).toEqual([
      expect.stringMatching(/^VERIFY EF 0018 .*«pin».* 63C2 verification failed, 2 tries left$/),
      expect.stringMatching(/^VERIFY EF 0018 .*«pin».* 9000 done$/),
    ]);
  });

  it("keep the readers apart: each has its own current file", () => {
    const other = { ...exchange("00200080 → 6986") };
    const [, words] = linesOf([
      exchange("00A4020C020018 → 9000"),
      { ...other, message: { ...other.message, reader: "R2" } } as CardEvent,
    ]);
    expect(words?.words.en).toContain("VERIFY the current EF");
  });

  it.each([
    ["a card that is taken", { pco: "card.field", message: { reader: "R1", change: "removed" } }],
    [
      "power that is interrupted",
      { pco: "card.supply", message: { reader: "R1", command: "", supply: "interrupted" } },
    ],
  ] as const)("%s takes the current file along, and is no line itself", (_what, event) => {
    const lines = linesOf([
      exchange("00A4020C020018 → 9000"),
      { atMs: 0, ...event } as CardEvent,
      exchange("00200080 → 6986"),
    ]);
    expect(lines).toHaveLength(2);
    expect(lines[1]?.words.en).toContain("VERIFY the current EF");
  });

  it("say which fault laid hands on an exchange", () => {
    const [line] = linesOf([exchange("00A4020C020018 → 9000", { by: ["chip-mute"], fate: "severed" })]);
    expect(line?.words.en).toMatch(/\(injected by chip-mute: .+\)$/);
    expect(line?.words.ja).toContain("注入: chip-mute、");
  });
});
