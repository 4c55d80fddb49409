import { describe, expect, it } from "vitest";
import { birthDigits, referenceB } from "../../../devices/cards/applications/card-surface.ts";
import { civilDate } from "../../../simulator/kernel/civil-time.ts";
import { V, verifyBy, X } from "./apdus.ts";
import { card, image, talk } from "./fixture.ts";

describe("照合番号B and 生年月日 (my-number-card.md §1.8): the year is that of the era", () => {
  it.each([
    ["1990-01-01", "平成2年", "020101"],
    ["2000-05-06", "平成12年", "120506"],
    ["2020-02-29", "令和2年", "020229"],
    ["1989-01-07", "昭和64年", "640107"],
    ["1989-01-08", "平成元年", "010108"],
    ["2019-04-30", "平成31年", "310430"],
    ["2019-05-01", "令和元年", "010501"],
    ["1926-12-24", "大正15年", "151224"],
    ["1926-12-25", "昭和元年", "011225"],
    ["1912-07-29", "明治45年", "450729"],
    ["1912-07-30", "大正元年", "010730"],
  ])("born on %s, %s: %s", (born, _era, digits) => {
    const birthdate = civilDate(born);
    const front = { ...image().front, birthdate };
    const b = `${digits}20301234`;
    expect([birthDigits(front), referenceB(front)]).toEqual([digits, b]);
    const send = talk(card({ front, holder: { ...image().holder, birthdate } }));
    expect([V, verifyBy(0x12, b), verifyBy(0x11, digits), X, verifyBy(0x15, b)].map(send)).toEqual(
      Array.from({ length: 5 }, () => "9000"),
    );
  });

  it("the Gregorian year, another expiry and another code are wrong, and each costs a try of ten", () => {
    const send = talk();
    send(V);
    expect(
      ["90010120301234", "02010120311234", "02010120301235"].map((digits) => send(verifyBy(0x12, digits))),
    ).toEqual(["63C9", "63C8", "63C7"]);
  });
});
