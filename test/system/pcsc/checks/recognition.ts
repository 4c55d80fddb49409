import { describe, expect, test } from "vitest";
import { atrText, MY_NUMBER_ATRS } from "../../../../devices/iso7816/atr.ts";
import { layTable, type Stack } from "../stack.ts";

/** OpenSC knows the card by its application, whatever its ATR, and takes nothing else for one. */
export function recognition(stack: () => Stack): void {
  describe("a card is recognised", () => {
    test.each(Object.entries(MY_NUMBER_ATRS))("as jpki with the ATR %s", async (name, atr) => {
      await using table = await layTable(stack(), ["employee"], "--atr", name);
      const told = await table.run("opensc-tool", ["--reader", "0", "--atr", "--name"]);
      expect(told).toMatchObject({ code: 0, stdout: `${atrText(atr).toLowerCase().replaceAll(" ", ":")}\njpki\n` });
    });

    test("as none of ours when it is a driving licence", async () => {
      await using table = await layTable(stack(), ["driving-licence"]);
      const { stdout } = await table.run("opensc-tool", ["--reader", "0", "--name"]);
      expect(stdout).not.toContain("jpki");
      const { code, stderr } = await table.run("pkcs15-tool", ["--reader", "0", "--list-pins"]);
      expect(code).not.toBe(0);
      expect(stderr).toMatch(/Unsupported card|Failed/);
    });
  });
}
