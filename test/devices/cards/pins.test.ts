import { describe, expect, it } from "vitest";
import { cardProfile } from "../../../devices/cards/choices.ts";
import {
  AIDS,
  type ApplicationId,
  ascii,
  COMMON,
  changeKeyTo,
  changeTo,
  DIGEST_INFO,
  E,
  J,
  P,
  Q,
  queryOf,
  REGISTER,
  select,
  sign,
  swOf,
  V,
  verifyBy,
  X,
} from "./apdus.ts";
import { card, PASSWORD, PERSONAL_NUMBER, PIN, PINS, talk } from "./fixture.ts";

/** Every PIN and reference number: where, its short id, how many tries, the right one, a wrong one of the same length. */
const secrets: readonly (readonly [ApplicationId, number, number, string, string])[] = [
  ["jpki", 0x18, 3, PIN, "9999"],
  ["jpki", 0x1b, 5, PASSWORD, "WRONG1"],
  ["card-surface", 0x11, 10, "020101", "900101"],
  ["card-surface", 0x12, 10, "02010120301234", "90010120301234"],
  ["card-surface", 0x13, 10, PERSONAL_NUMBER, "123456789019"],
  ["text-input", 0x11, 3, PIN, "9999"],
  ["text-input", 0x14, 10, PERSONAL_NUMBER, "123456789019"],
  ["text-input", 0x15, 10, "02010120301234", "90010120301234"],
  ["common-card", 0x1c, 3, PINS.common ?? "", "9999"],
  ["resident-register", 0x1c, 3, PINS.register ?? "", "9999"],
];

const at = (...steps: readonly string[]) => {
  const send = talk();
  for (const step of steps) send(step);
  return send;
};
const count = (tries: number): string => `63C${tries.toString(16).toUpperCase()}`;

describe("VERIFY (my-number-card.md §2.4)", () => {
  it.each(secrets)(
    "%s %i: %i tries, counted down to 63C0, then 6984 for the right one too",
    (id, sfi, tries, right, wrong) => {
      const send = at(select(AIDS[id]));
      const wrongs = Array.from({ length: tries }, () => send(verifyBy(sfi, wrong)));
      expect(wrongs).toEqual(Array.from({ length: tries }, (_, used) => count(tries - used - 1)));
      expect([verifyBy(sfi, right), queryOf(sfi), verifyBy(sfi, wrong)].map(send)).toEqual(["6984", "63C0", "6984"]);
    },
  );

  it.each(secrets)(
    "%s %i: a query costs nothing, is never 9000, and the right one brings %i back",
    (id, sfi, tries, right, wrong) => {
      const send = at(select(AIDS[id]));
      const query = queryOf(sfi);
      const steps = [query, query, verifyBy(sfi, wrong), query, verifyBy(sfi, right), query, `${query}00`];
      expect(steps.map(send)).toEqual([
        count(tries),
        count(tries),
        count(tries - 1),
        count(tries - 1),
        "9000",
        count(tries),
        count(tries),
      ]);
    },
  );

  it.each(secrets)(
    "%s %i: the counter is the card's, not the reader's: it outlives power, %i at most",
    (id, sfi, tries, _right, wrong) => {
      const subject = card();
      const send = talk(subject);
      send(select(AIDS[id]));
      send(verifyBy(sfi, wrong));
      subject.powerOff();
      const again = talk(subject);
      again(select(AIDS[id]));
      expect(again(queryOf(sfi))).toBe(count(tries - 1));
    },
  );

  it.each([
    ["17 characters", `0020008011${"31".repeat(17)}`, "6700"],
    ["300 characters", `00200080 00012C${"31".repeat(300)}`, "6700"],
    ["P1 that is not 0", `0020018004${ascii(PIN)}`, "6A86"],
    ["P2 without its high bit", `0020001804${ascii(PIN)}`, "6A86"],
    ["P2 with bits between", `002000D804${ascii(PIN)}`, "6A86"],
    ["a short id that is not there", verifyBy(0x03, PIN), "6A82"],
    ["a short id of a file", verifyBy(0x0a, PIN), "6981"],
    ["a short id of a key", verifyBy(0x17, PIN), "6981"],
    ["a query of a file", queryOf(0x0a), "6981"],
  ])("refuses %s, and counts nothing", (_title, command, sw) => {
    const send = at(J, E(0x0018));
    expect(send(command)).toBe(sw);
    send(E(0x0018));
    expect(send(Q)).toBe("63C3");
  });

  it("with no current file is 6986", () => {
    expect([P(PIN), Q].map(at(J))).toEqual(["6986", "6986"]);
  });

  it("compares the characters as they are: no padding, no lower case, no shorter or longer one", () => {
    const send = at(J);
    const tries = [verifyBy(0x1b, "sim123"), verifyBy(0x1b, "SIM12"), verifyBy(0x1b, "SIM1234"), queryOf(0x1b)];
    expect(tries.map(send)).toEqual(["63C4", "63C3", "63C2", "63C2"]);
    expect(send(`0020009B07${ascii(PASSWORD)}00`)).toBe("63C1");
    expect(send(verifyBy(0x1b, PASSWORD))).toBe("9000");
  });

  it("of one PIN leaves the others alone", () => {
    const send = at(J);
    send(verifyBy(0x18, "9999"));
    expect([queryOf(0x1b), queryOf(0x18)].map(send)).toEqual(["63C5", "63C2"]);
    send(X);
    expect(send(queryOf(0x11))).toBe("63C3");
  });

  it("begins with the tries the holder has left", () => {
    const used = card({ pins: { ...PINS, authenticationTriesUsed: 2, signatureTriesUsed: 9 } });
    const send = talk(used);
    send(J);
    expect([queryOf(0x18), queryOf(0x1b)].map(send)).toEqual(["63C1", "63C0"]);
  });

  it("a reference that is always blocked is there: 63C0 and 6984 (my-number-card.md §1.5)", () => {
    expect([queryOf(0x12), verifyBy(0x12, PIN)].map(at(X))).toEqual(["63C0", "6984"]);
  });
});

describe("CHANGE REFERENCE DATA and CHANGE KEY (my-number-card.md §2.5)", () => {
  it.each([
    ["jpki", 0x18, PIN, "4321", changeTo("4321")],
    ["jpki", 0x1b, PASSWORD, "ABCDEFGH12345678", changeTo("ABCDEFGH12345678")],
    ["text-input", 0x11, PIN, "4321", changeTo("4321")],
    ["common-card", 0x1c, PINS.common ?? "", "4321", changeKeyTo("4321")],
    ["resident-register", 0x1c, PINS.register ?? "", "4321", changeKeyTo("4321")],
  ] as const)("%s %i: 6982 before VERIFY, 9000 after, and it lasts over power", (id, sfi, before, after, change) => {
    const subject = card();
    const send = talk(subject);
    send(select(AIDS[id]));
    send(E(sfi));
    expect([change, P(before), change].map(send)).toEqual(["6982", "9000", "9000"]);
    const again = talk(subject);
    again(select(AIDS[id]));
    expect([verifyBy(sfi, before), verifyBy(sfi, after)].map((step) => swOf(again(step)))).toEqual([
      expect.stringMatching(/^63C/),
      "9000",
    ]);
  });

  it.each([
    ["five digits", changeTo("12345"), "6700"],
    ["three digits", changeTo("123"), "6700"],
    ["nothing", "00240180", "6700"],
    ["letters", changeTo("ABCD"), "6A80"],
    ["P1 00, which would hold the old one too", `0024008004${ascii("4321")}`, "6A86"],
    ["CHANGE KEY, which belongs to other applications", changeKeyTo("4321"), "6D00"],
  ])("of the authentication PIN: %s", (_title, command, sw) => {
    const send = at(J, E(0x0018), P(PIN));
    expect(send(command)).toBe(sw);
    expect(send(P(PIN))).toBe("9000");
  });

  it.each([
    ["five characters", "ABC12", "6700"],
    ["seventeen", "A".repeat(17), "6700"],
    ["small letters", "abcdef", "6A80"],
    ["six", "ABCDE1", "9000"],
  ])("of the password: %s", (_title, wanted, sw) => {
    expect(at(J, E(0x001b), P(PASSWORD))(changeTo(wanted))).toBe(sw);
  });

  it("VERIFY of another PIN is not enough", () => {
    expect(at(J, E(0x001b), P(PASSWORD), E(0x0018))(changeTo("4321"))).toBe("6982");
  });

  it("a right that a wrong PIN took away is not enough", () => {
    expect(at(J, E(0x0018), P(PIN), P("9999"))(changeTo("4321"))).toBe("6982");
  });

  it("by short id works as well", () => {
    const send = at(J, verifyBy(0x18, PIN));
    expect([`0024019804${ascii("4321")}`, verifyBy(0x18, "4321")].map(send)).toEqual(["9000", "9000"]);
  });

  it("reference numbers cannot be changed", () => {
    expect(at(V, E(0x0013), P(PERSONAL_NUMBER))(changeTo("4321"))).toBe("6D00");
    expect(at(X, E(0x0014), P(PERSONAL_NUMBER))(changeTo("4321"))).toBe("6985");
  });

  it.each([COMMON, REGISTER])("00 24 is unknown in %s", (application) => {
    expect(at(application, E(0x001c))(changeTo("4321"))).toBe("6D00");
  });

  it("no command gives tries back (D-06), the town hall does", () => {
    const subject = card({ pins: { ...PINS, authenticationTriesUsed: 3 } });
    const send = talk(subject);
    send(J);
    expect([`002C0398${"08"}${ascii("12341234")}`, "002C0318", queryOf(0x18)].map(send)).toEqual([
      "6D00",
      "6D00",
      "63C0",
    ]);
    subject.unblock();
    expect([queryOf(0x18), verifyBy(0x18, PIN)].map(send)).toEqual(["63C3", "9000"]);
  });
});

describe("a 顔認証 card (my-number-card.md §1.8, §8 D-08)", () => {
  const noPins = { ...PINS, authentication: undefined, signature: undefined, text: undefined };
  const faceOnly = (profile = cardProfile([])) => talk(card({ carrier: "face-only", pins: noPins, profile }));

  it("has its PINs blocked from the beginning, and its tries cannot be given back", () => {
    const subject = card({ carrier: "face-only", pins: noPins });
    subject.unblock();
    const send = talk(subject);
    for (const [application, sfi] of [[J, 0x18] as const, [J, 0x1b] as const, [X, 0x11] as const]) {
      send(application);
      expect([queryOf(sfi), verifyBy(sfi, PIN)].map(send)).toEqual(["63C0", "6984"]);
    }
  });

  it("or has no PIN objects at all, by choice", () => {
    const send = faceOnly(cardProfile(["faceOnlyPins=absent"]));
    for (const [application, sfi] of [[J, 0x18] as const, [J, 0x1b] as const, [X, 0x11] as const]) {
      send(application);
      expect([queryOf(sfi), verifyBy(sfi, PIN)].map(send)).toEqual(["6A82", "6A82"]);
    }
  });

  it("never signs, and still opens with its printed data", () => {
    const send = faceOnly();
    send(J);
    expect(send(sign(DIGEST_INFO, 0x97))).toBe("6982");
    send(V);
    expect(send(verifyBy(0x12, "02010120301234"))).toBe("9000");
  });
});
