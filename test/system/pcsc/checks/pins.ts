import { describe, expect, test } from "vitest";
import { KEYS, triesLeft, verifyPin } from "../opensc.ts";
import { layTable, type Stack } from "../stack.ts";

/** A wrong PIN costs a try, the right one gives them back, and a locked card says so and stays locked. */
export function pins(stack: () => Stack): void {
  describe("a wrong PIN", () => {
    test.each([
      { key: "authentication", wrong: "9999", after: [2, 5] },
      { key: "signature", wrong: "WRONG99", after: [3, 4] },
    ] as const)(
      "of the $key key is refused and counted, whatever happens to the power; the right one gives the try back",
      async ({ key, wrong, after }) => {
        await using table = await layTable(stack(), ["employee"]);
        expect(await triesLeft(table)).toEqual([3, 5]);
        const refused = await verifyPin(table, key, wrong);
        expect(refused.code).not.toBe(0);
        expect(refused.stderr).toContain("PIN code or key incorrect");
        expect(await triesLeft(table)).toEqual(after);
        expect(await verifyPin(table, key, KEYS[key].secret)).toMatchObject({ code: 0 });
        expect(await triesLeft(table)).toEqual([3, 5]);
      },
    );

    test("with one try left locks the PIN for the right one too, until the municipality unlocks it", async () => {
      await using table = await layTable(stack(), ["one-try-left"]);
      expect(await triesLeft(table)).toEqual([1, 5]);
      await verifyPin(table, "authentication", "9999");
      expect(await triesLeft(table)).toEqual([0, 5]);
      const right = await verifyPin(table, "authentication", KEYS.authentication.secret);
      expect(right.code).not.toBe(0);
      expect(right.stderr).toContain("Reference data not usable");
      table.tell("unblock 0");
      expect(await triesLeft(table)).toEqual([3, 5]);
      expect(await verifyPin(table, "authentication", KEYS.authentication.secret)).toMatchObject({ code: 0 });
    });
  });

  // Asked for the tries and answered with one of these words, OpenSC takes the card for an unsupported one
  // (virtual-pcsc.md §5): the question is answered 63C0, whatever VERIFY answers.
  test.each([
    { sw: "6984", words: "Reference data not usable" },
    { sw: "6983", words: "Authentication method blocked" },
  ])("a card that comes locked and says $sw is still recognised, with no tries left", async ({ sw, words }) => {
    await using table = await layTable(stack(), ["pin-blocked"], "--choice", `blockedVerify=${sw}`);
    expect(await triesLeft(table)).toEqual([0, 0]);
    for (const key of ["authentication", "signature"] as const)
      expect((await verifyPin(table, key, KEYS[key].secret)).stderr).toContain(words);
  });
}
