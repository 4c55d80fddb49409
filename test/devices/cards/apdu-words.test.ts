import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CardNames } from "../../../devices/cards/words/card-names.ts";
import { namesOf } from "../../../devices/cards/words/card-names.ts";
import { commandRows, ReaderWords, sentenceOf } from "../../../devices/cards/words/exchange-words.ts";
import type { Bilingual } from "../../../simulator/kernel/bilingual.ts";
import { fromHex } from "../../../simulator/kernel/bytes.ts";

const OBJECTS: Readonly<Record<string, Bilingual>> = {
  "jpki/10": { ja: "利用者証明用電子証明書", en: "user authentication certificate" },
  "jpki/23": { ja: "利用者証明用秘密鍵", en: "user authentication key" },
  "jpki/24": { ja: "利用者証明用パスワード", en: "user authentication PIN" },
  "card-surface/18": { ja: "照合番号B", en: "reference number B" },
};

/** The names the vectors in the rows are written for; the card's own are longer. */
const names: CardNames = {
  applicationOf: (aid) =>
    aid === "D392F000260100000001" ? { id: "jpki", ja: "公的個人認証AP", en: "JPKI application" } : undefined,
  objectOf: (application, fid) => OBJECTS[`${application}/${fid}`],
};

/** Words an exchange written as `command → response`. */
function worded(words: ReaderWords, exchange: string, application: string | undefined): Bilingual {
  const [command = "", response = ""] = exchange.split(" → ");
  return sentenceOf(
    words.exchange({ reader: "R1", ...(application === undefined ? {} : { application }), command, response }),
  );
}

const vectors = commandRows.flatMap(({ name, vectors }) =>
  vectors.map((vector) => [name, vector.exchange.slice(0, 60), vector] as const),
);

describe("an exchange in words", () => {
  it.each(vectors)(
    "%s %s is worded as the row says",
    (_name, _short, { application = "jpki", after, exchange, ja, en }) => {
      const words = new ReaderWords(names);
      worded(words, "00A4040002D392 → 9000", application === "none" ? undefined : application);
      for (const before of after ?? []) worded(words, before, application);
      expect(worded(words, exchange, application)).toEqual({ ja, en });
    },
  );

  it("has a row with a vector for every instruction, and no two rows for one class and instruction", () => {
    for (const { vectors } of commandRows) expect(vectors.length).toBeGreaterThan(0);
    const keys = commandRows.map(({ cla, ins }) => `${cla} ${ins}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("what a reader's words remember", () => {
  it("a file selected in one application is forgotten when another is selected", () => {
    const words = new ReaderWords(names);
    worded(words, "00A4020C020018 → 9000", "jpki");
    worded(words, "00A4040C0AD3921000310001010402 → 9000", "card-surface");
    expect(worded(words, "00200080 → 6986", "card-surface").en).toContain("VERIFY the current EF");
  });

  it("a refused SELECT leaves the file that was current", () => {
    const words = new ReaderWords(names);
    worded(words, "00A4020C020018 → 9000", "jpki");
    worded(words, "00A4020C022F10 → 6A82", "jpki");
    worded(words, "00A404000AA0000003080000100000 → 6A82", "jpki");
    expect(worded(words, "00200080 → 63C3", "jpki").en).toContain("EF 0018 user authentication PIN");
  });

  it("after a reset nothing is selected", () => {
    const words = new ReaderWords(names);
    worded(words, "00A4020C020018 → 9000", "jpki");
    words.reset();
    expect(worded(words, "00200080 → 6986", "jpki").en).toContain("VERIFY the current EF");
  });

  it("a stream that begins in the middle names files by short id all the same", () => {
    expect(worded(new ReaderWords(names), "00B08A0000 → 9000", "jpki").en).toContain("user authentication certificate");
  });
});

describe("what is not a plain exchange", () => {
  it.each([
    ["00B0 → 6700", "not readable as a command → 6700 wrong length"],
    ["nonsense → 9000", "not readable as a command → 9000 done"],
    ["0020008004313233 → 6700", "VERIFY, whose length and data disagree → 6700 wrong length"],
    ["00B00000(7 bytes, no command) → 6700", "7 bytes that are no command → 6700 wrong length"],
    ["00B7000000 → 6D00", "INS B7 → 6D00 unknown instruction"],
    ["FFB0000000 → 6E00", "INS B0, a command to the reader itself → 6E00 unknown class"],
    [
      "0CB0000000 → 69FC",
      "READ BINARY of the current EF from 0000, up to 256 bytes → 69FC no secure messaging session (with secure messaging)",
    ],
    [
      "1120008001FF → 6884",
      "VERIFY the current EF with 1 byte → 6884 command chaining not supported (a link of a command chain; on logical channel 1)",
    ],
    ["00200080 → 0000", "VERIFY the current EF, asks the tries left → no answer"],
    ["00200080 → ", "VERIFY the current EF, asks the tries left → no answer"],
    ["00200080 → 9", "VERIFY the current EF, asks the tries left → not readable as an answer"],
    ["00A4020C«pin» → 9000", "SELECT without saying what → 9000 done"],
  ])("%s is told as what it is", (exchange, en) => {
    expect(worded(new ReaderWords(names), exchange, "jpki").en).toBe(en);
  });

  it("any text gives a sentence in both languages, and never a data field of VERIFY", () => {
    const digits = fc.stringMatching(/^[0-9]{4,16}$/);
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^([0-9A-F]{2}){0,40}(«[a-z-]{0,12}»)?([0-9A-F]{2}){0,8}$/),
      fc.constantFrom(...vectors.map(([, , { exchange }]) => exchange.split(" → ")[0] ?? "")),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text, fc.constantFrom("jpki", undefined)), { maxLength: 8 }),
        digits,
        (list, pin) => {
          const words = new ReaderWords(names);
          for (const [command, response, application] of list) {
            const { ja, en } = worded(words, `${command.replaceAll(" → ", "")} → ${response}`, application);
            expect(ja).toContain(" → ");
            expect(en).toContain(" → ");
          }
          const lc = pin.length.toString(16).padStart(2, "0");
          const { ja, en } = worded(words, `00200080${lc}${Buffer.from(pin).toString("hex")} → 63C2`, "jpki");
          expect(`${ja}${en}`).not.toContain(pin);
          expect(`${ja}${en}`).not.toContain(Buffer.from(pin).toString("hex").toUpperCase());
        },
      ),
    );
  });
});

/** The foreign probes of my-number-card.md §5.1, in their order. */
const PROBES = [
  ["00A4040007627601FF00000000", "CoolKey"],
  ["00A4040006A0000000010100", "MuscleApplet"],
  ["00A404000BE82B0601040181C31F020100", "SmartCard-HSM"],
  ["00A4040C0FD23300000045737445494420763335", "EstEID 3.5, Estonia's identity card"],
  ["00CADF3005", "FinEID (SetCOS)"],
  ["00CB3FFF035C017E08", "PIV"],
  ["00A4040009A0000003080000100000", "PIV"],
  ["00A4040007A000000116DB0000", "CAC"],
  ["00A4040007A000000079100000", "CAC"],
  ["00A4040007A000000079010000", "CAC"],
  ["00A4040007A000000079010F00", "CAC"],
  ["00A404000CF276A288BCFBA69D34F3100100", "IsoApplet"],
  ["00A4040009A0000003974254465900", "GIDS"],
  ["00A4040006D2760001240100", "OpenPGP"],
] as const;

describe("what OpenSC asks of every card", () => {
  it.each(PROBES)("%s is named as a probe for %s, and an error as the right answer", (command, kind) => {
    const { en } = worded(new ReaderWords(names), `${command} → 6A82`, undefined);
    expect(en).toContain(` as a probe for ${kind} → 6A82`);
    expect(en).toContain("an error is the right answer");
  });

  it("a probe that is answered is told as a surprise", () => {
    expect(worded(new ReaderWords(names), "00A4040009A0000003080000100000 → 9000", undefined).en).toContain(
      "a question to another kind of card, and it was answered",
    );
  });
});

it("names come from any registry of applications with AIDs and objects", () => {
  const made = namesOf([
    {
      id: "jpki",
      aid: fromHex("D392F0"),
      name: { ja: "公的個人認証AP", en: "JPKI application" },
      objects: [{ fid: 0x18, name: { ja: "暗証番号", en: "PIN" } }],
    },
  ]);
  expect(made.applicationOf("D392F0")).toEqual({ id: "jpki", ja: "公的個人認証AP", en: "JPKI application" });
  expect(made.applicationOf("D392")).toBeUndefined();
  expect(made.objectOf("jpki", 0x18)).toEqual({ ja: "暗証番号", en: "PIN" });
  expect(made.objectOf("other", 0x18)).toBeUndefined();
});
