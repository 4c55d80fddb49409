import { expect, test } from "vitest";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { type Revocation, revocationList, revocationOf } from "../../../simulator/pki/revocation.ts";

const lost: Revocation = { serial: "1A2B3C4D", reason: "lost-card", revokedAtMs: 1_000 };
const list = revocationList([lost, { serial: "99", reason: "death", revokedAtMs: 5_000 }]);

test("a revocation holds from its instant on and not before", () => {
  expect(revocationOf(list, "1A2B3C4D", 999)).toBeUndefined();
  expect(revocationOf(list, "1A2B3C4D", 1_000)).toBe(lost);
  expect(revocationOf(list, "1A2B3C4D", 9_999_999)).toBe(lost);
});

test("a serial that is not in the list is not revoked", () => {
  expect(revocationOf(list, "1A2B3C4E", 9_999_999)).toBeUndefined();
});

test("a misspelt or doubled serial is misuse", () => {
  for (const serial of ["", "1", "ab", "XY"]) {
    expect(() => revocationList([{ ...lost, serial }])).toThrow(MisuseError);
  }
  expect(() => revocationList([lost, lost])).toThrow(/twice/);
});
