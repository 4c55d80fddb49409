import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { certificateFile, KEYS, pkcs15, triesLeft } from "../opensc.ts";
import { shown } from "../openssl.ts";
import { layTable, type Stack, type Table } from "../stack.ts";

/** Reads a certificate without trying other drivers first: the sequence of commands is known (my-number-card.md §5.1). */
const readOnly = (table: Table) =>
  table.run("env", [
    "OPENSC_DRIVER=jpki",
    "pkcs15-tool",
    "--reader",
    "0",
    "--read-certificate",
    KEYS.authentication.id,
  ]);

const PYSCARD_HOLDER = join(import.meta.dirname, "../clients/pyscard-holder.py");
const SELECT_JPKI = "00A4040C0AD392F000260100000001";

/** The next card in the same reader starts clean. */
async function nextCardWorks(table: Table): Promise<void> {
  await table.seen(false);
  table.tell("insert 0 colleague");
  await table.seen(true);
  expect(await triesLeft(table)).toEqual([3, 5]);
  expect(await shown(table, await certificateFile(table, KEYS.authentication.id), "-subject")).toContain("CN=");
}

/** A card that is taken away leaves OpenSC with a clean error and the next card with a clean start. */
export function removal(stack: () => Stack): void {
  describe("a card taken away", () => {
    test.each([
      { when: "while it is recognised", apdu: 0, at: "SELECT", error: "Failed to connect to card" },
      { when: "while its PINs are asked for", apdu: 4, at: "SELECT EF", error: "binding failed" },
      { when: "while a certificate is read", apdu: 9, at: "READ BINARY", error: "Certificate read failed" },
    ])("$when gives OpenSC a clean error, and the next card works", async ({ apdu, at, error }) => {
      await using table = await layTable(stack(), ["employee"], "--fault", `torn-at-apdu:apdu=${apdu}`);
      const { code, stdout, stderr } = await readOnly(table);
      expect(code).toBeGreaterThan(0);
      expect(stderr).toContain(error);
      expect(stdout).not.toContain("BEGIN CERTIFICATE");
      await table.cards.until(new RegExp(`${at}.*injected by torn-at-apdu`));
      await nextCardWorks(table);
    });

    test("by hand from a slow chip, in the middle of a command, gives OpenSC a clean error, and the next card works", async () => {
      await using table = await layTable(stack(), ["employee"], "--fault", "slow-chip:on=read-binary");
      const reading = pkcs15(table, 0, "--read-certificate", KEYS.authentication.id);
      await table.cards.until(/READ BINARY of EF 000A/);
      table.tell("remove 0");
      const { code, stdout, stderr } = await reading;
      expect(code).toBeGreaterThan(0);
      expect(stderr).toContain("Certificate read failed");
      expect(stdout).not.toContain("BEGIN CERTIFICATE");
      table.tell("repair slow-chip");
      await nextCardWorks(table);
    });

    // A program that does not hear of it would go on with the PIN rights of another card.
    test("in one move for another is removed for a program that goes on with it, and was never answered by the other", async () => {
      await using table = await layTable(stack(), ["employee"]);
      const going = table.start("/usr/bin/python3", [PYSCARD_HOLDER, table.readers[0], SELECT_JPKI]);
      await going.until(/^9000$/m);
      table.tell("insert 0 colleague");
      await table.cards.until(/card placed/);
      const [heard] = await going.until(/[\s\S]*Card was removed/);
      expect(heard.slice(heard.indexOf("Failed"))).not.toMatch(/^9000$/m);
    });

    test("from one of two readers leaves the other one alone", async () => {
      await using table = await layTable(stack(), ["employee", "colleague"]);
      table.tell("remove 0");
      await table.seen(false, true);
      expect((await pkcs15(table, 0, "--list-pins")).stderr).toMatch(/Card not present|No card/i);
      expect(await triesLeft(table, 1)).toEqual([3, 5]);
    });
  });
}
