import { describe, expect, test } from "vitest";
import { layTable, type Stack, type Table } from "../stack.ts";

/** `pcsc_scan`, which prints a paragraph each time the state of a reader changes; without `stdbuf` only at its end. */
const startScan = (table: Table) => table.start("stdbuf", ["--output=L", "pcsc_scan", "-n"]);

/** PC/SC's own events of cards that come and go. */
export function scan(stack: () => Stack): void {
  const paragraph = (words: string): RegExp =>
    new RegExp(`Reader 0: ${stack().readers[0]}\\n.*\\n  Card state: ${words}`);

  describe("pcsc_scan", () => {
    test("sees a card with its ATR, sees it go and come again", async () => {
      await using table = await layTable(stack(), ["employee"]);
      const scanning = startScan(table);
      await scanning.until(paragraph("Card inserted"));
      await scanning.until(/ATR: 3B 88 80 01 00 00 05 E0 B3 81 A1 00 7F/);
      table.tell("remove 0");
      await scanning.until(paragraph("Card removed"));
      table.tell("insert 0 employee");
      await scanning.until(paragraph("Card inserted"));
    });

    // pcscd may see the card go and come, our service counts both at once: the number of events grows by two.
    test("sees that a card was swapped in one move: what held PIN rights is another card", async () => {
      await using table = await layTable(stack(), ["employee"]);
      const scanning = startScan(table);
      const events = async (): Promise<number> => {
        const [, count] = await scanning.until(/Event number: (\d+)\n {2}Card state: Card inserted/);
        return Number(count);
      };
      const before = await events();
      table.tell("insert 0 colleague");
      expect((await events()) - before).toBe(2);
    });
  });
}
