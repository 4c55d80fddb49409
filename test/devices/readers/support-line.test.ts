import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readerProfiles } from "../../../devices/readers/profiles/index.ts";
import { callCentre, isOpen, type SupportLine } from "../../../devices/readers/support-line.ts";
import { type CivilDate, dateAt, instantOfStamp } from "../../../simulator/kernel/civil-time.ts";

const { panasonic, fujitsu, almex, canon, atlas } = readerProfiles;

/** 建国記念の日, a Wednesday, and 憲法記念日, a Sunday, with the Saturday a holiday was put on for this test. */
const HOLIDAYS: readonly string[] = ["20260211", "20260503", "20260509"];
const isHoliday = (date: CivilDate): boolean => HOLIDAYS.includes(date);
const openAt = (line: SupportLine | undefined, stamp: string): boolean | undefined =>
  line === undefined ? undefined : isOpen(line, instantOfStamp(stamp), isHoliday);

/** Instants in Japan with what the line does from that second on. 9 February 2026 is a Monday; 3 January and 15 August 2025 are Fridays. */
const lines: readonly (readonly [string, SupportLine | undefined, Readonly<Record<string, boolean>>])[] = [
  [
    "fujitsu",
    fujitsu.support,
    {
      "20260209085959": false,
      "20260209090000": true,
      "20260209165959": true,
      "20260209170000": false,
      "20260213165959": true,
      "20260214120000": false,
      "20260215120000": false,
      "20260211120000": false,
      "20261228165959": true,
      "20261229090000": false,
      "20270101120000": false,
      "20270103120000": false,
      "20250103120000": false,
      "20270104085959": false,
      "20270104090000": true,
    },
  ],
  [
    "panasonic",
    panasonic.support,
    {
      "20260209085959": false,
      "20260209090000": true,
      "20260209172959": true,
      "20260209173000": false,
      "20260214120000": false,
      "20260215120000": false,
      "20260211120000": false,
      "20261229120000": true,
    },
  ],
  [
    "almex",
    almex.support,
    {
      "20260209000000": true,
      "20260209235959": true,
      "20260214030000": true,
      "20260215235959": true,
      "20260211000000": true,
      "20270101000000": true,
    },
  ],
  [
    "canon",
    canon.support,
    {
      "20260209085959": false,
      "20260209090000": true,
      "20260209172959": true,
      "20260209173000": false,
      "20260214120000": false,
      "20260211120000": false,
      "20260812120000": true,
      "20260813120000": false,
      "20260814235959": false,
      "20250815120000": false,
      "20260817090000": true,
      "20261228120000": true,
      "20261229120000": false,
      "20270104120000": true,
    },
  ],
  [
    "atlas",
    atlas.support,
    {
      "20260209085959": false,
      "20260209090000": true,
      "20260209195959": true,
      "20260209200000": false,
      "20260214120000": false,
      "20260215120000": false,
      "20260211120000": false,
      "20261228195959": true,
      "20261229120000": false,
      "20270104090000": true,
    },
  ],
  [
    "the call centre",
    callCentre,
    {
      "20260209075959": false,
      "20260209080000": true,
      "20260209175959": true,
      "20260209180000": false,
      "20260214075959": false,
      "20260214080000": true,
      "20260214155959": true,
      "20260214160000": false,
      "20260215120000": false,
      "20260211120000": false,
      "20260503120000": false,
      "20260509120000": false,
    },
  ],
];

describe("a support line", () => {
  it.each(lines)("of %s is open up to the second its hours say, and closed on its days", (_maker, line, vectors) => {
    expect(Object.fromEntries(Object.keys(vectors).map((stamp) => [stamp, openAt(line, stamp)]))).toEqual(vectors);
  });

  it("turns at the millisecond: the last one of an hour still belongs to it", () => {
    const closesMs = instantOfStamp("20260209170000");
    expect(
      [closesMs - 1, closesMs].map((atMs) => fujitsu.support && isOpen(fujitsu.support, atMs, () => false)),
    ).toEqual([true, false]);
  });

  it.each([
    ["19240202120000", "saturday"],
    ["19240203120000", "sunday"],
    ["19691227000000", "saturday"],
    ["19691228235959", "sunday"],
    ["19691229000000", "weekday"],
    ["20240229120000", "weekday"],
    ["20240302120000", "saturday"],
    ["20240303120000", "sunday"],
  ] as const)("knows that %s falls on a %s, before 1970 and in leap years too", (stamp, kind) => {
    const never = { weekday: undefined, saturday: undefined, sunday: undefined, holiday: undefined };
    const thatDay = { ...callCentre, hours: { ...never, [kind]: { from: "00:00", to: "24:00" } } };
    expect(openAt(thatDay, stamp)).toBe(true);
  });

  it("open at an instant is open all through that minute, whatever the line", () => {
    const minute = fc.integer({ min: 0, max: 40_000_000 });
    fc.assert(
      fc.property(fc.constantFrom(...lines), minute, ([, line], minutes) => {
        const at = (ms: number) => line && isOpen(line, minutes * 60_000 + ms, isHoliday);
        return at(0) === at(59_999) && dateAt(minutes * 60_000) === dateAt(minutes * 60_000 + 59_999);
      }),
    );
  });
});
