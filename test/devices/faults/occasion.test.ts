import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commandKinds, occasion } from "../../../devices/faults/occasion.ts";
import { decodeCommand } from "../../../devices/iso7816/apdu.ts";
import { fromHex } from "../../../simulator/kernel/bytes.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { rngFromSeed } from "../../../simulator/kernel/rng.ts";
import { AIDS, changeKeyTo, changeTo, DIGEST_INFO, E, getData, J, P, Q, R, select, sign } from "../cards/apdus.ts";
import { cardFaults } from "./live-slot.ts";

const rng = () => rngFromSeed(1);
const commandOf = (hex: string) => {
  const command = decodeCommand(fromHex(hex));
  if (command === undefined) throw new Error(`${hex} is no command`);
  return command;
};
const struckBy = (kind: (typeof commandKinds)[number], hex: string): boolean =>
  occasion({ on: kind, nth: 0, times: 1 }, rng())(commandOf(hex));

describe("the kind of a command", () => {
  it.each([
    ["select", [J, E(0x0018), select(AIDS["card-surface"])]],
    ["read-binary", [R(0, 256), "00B08A00000000"]],
    ["read-record", ["00B2010C00"]],
    ["verify", [P("1234")]],
    ["query-tries", [Q]],
    ["change-pin", [changeTo("4321"), changeKeyTo("4321")]],
    ["sign", [sign(DIGEST_INFO), sign(DIGEST_INFO, 0x97)]],
    ["internal-authenticate", [sign(DIGEST_INFO, 0x00), "00880099080102030405060708"]],
    ["get-challenge", ["0084000020"]],
    ["verify-certificate", ["80A206C103010203"]],
    ["external-authenticate", ["0082009603010203"]],
    ["get-data", [getData(0x0042)]],
  ] as const)("%s is told by the header and the length of the data, and no command has two", (kind, commands) => {
    for (const hex of commands) {
      const kinds = commandKinds.filter((candidate) => candidate !== "any" && struckBy(candidate, hex));
      expect(kinds).toEqual([kind]);
      expect(struckBy("any", hex)).toBe(true);
    }
  });
});

describe("the occasion of a fault", () => {
  it("lets so many of its commands pass, strikes so many, and counts no others", () => {
    const strikes = occasion({ on: "verify", nth: 1, times: 2 }, rng());
    const said = [Q, P("1"), J, P("2"), Q, P("3"), P("4")].map((hex) => strikes(commandOf(hex)));
    expect(said).toEqual([false, false, false, true, false, true, false]);
  });

  it("by chance strikes about so many, the same ones for the same seed", () => {
    const drawn = (seed: number) => {
      const strikes = occasion({ on: "any", nth: 0, times: 10_000 }, rngFromSeed(seed), { parts: 1, of: 5 });
      return Array.from({ length: 10_000 }, () => strikes(commandOf(Q)));
    };
    const struck = drawn(7).filter((hit) => hit).length;
    expect(struck).toBeGreaterThan(1_800);
    expect(struck).toBeLessThan(2_200);
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  it("never comes with no times or no chance, and always with all of it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000 }), fc.nat(20), fc.integer(), (of, nth, seed) => {
        const said = (times: number, parts: number) => {
          const strikes = occasion({ on: "any", nth, times }, rngFromSeed(seed), { parts, of });
          return Array.from({ length: nth + 3 }, () => strikes(commandOf(Q))).filter((hit) => hit).length;
        };
        expect([said(0, of), said(1_000, 0), said(1_000, of)]).toEqual([0, 0, 3]);
      }),
    );
  });
});

describe("parameters out of bounds", () => {
  const wrong: readonly (readonly [string, object, string])[] = [
    ["chip-mute", { afterCommands: -1 }, "afterCommands"],
    ["torn-at-apdu", { apdu: 1.5 }, "nth"],
    ["memory-failure", { on: "decrypt" }, "on"],
    ["memory-failure", { times: 1_000_001 }, "times"],
    ["spurious-status-word", { sw: "6000" }, "sw"],
    ["spurious-status-word", { sw: "1234" }, "sw"],
    ["spurious-status-word", { sw: "" }, "sw"],
    ["intermittent-field", { parts: 6, of: 5 }, "parts"],
    ["intermittent-field", { parts: 0, of: 0 }, "of"],
    ["slow-chip", { extensionMs: 310 }, "extensionMs"],
    ["slow-chip", { extensions: 60 }, "extensions"],
    ["wrong-length-answer", { bytes: 0 }, "bytes"],
    ["wrong-length-answer", { length: "other" }, "length"],
    ["truncated-certificate", { certificate: "other" }, "certificate"],
    ["truncated-certificate", { keepBytes: 0x8000 }, "keepBytes"],
    ["unreadable-photo", { bytes: Number.NaN }, "bytes"],
    ["early-end-of-file", { fromByte: -1 }, "fromByte"],
    ["application-missing", { application: "jkpi" }, "application"],
    ["two-cards", { placings: -1 }, "placings"],
    ["card-misplaced", { placings: Number.POSITIVE_INFINITY }, "placings"],
  ];

  it.each(wrong)("%s refuses %j and names %s", (id, params, parameter) => {
    const fault = cardFaults.find((candidate) => candidate.id === id);
    const arm = () => fault?.arm({ ...fault.defaults, ...params } as never, { clock: undefined as never, rng: rng() });
    expect(arm).toThrow(MisuseError);
    expect(arm).toThrow(new RegExp(`^${parameter}: `));
  });
});
