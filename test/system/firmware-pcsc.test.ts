import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { root } from "../architecture/source-files.ts";
import type { Ended } from "./pcsc/command.ts";
import { layTable, openOwnService, type Stack, type Table } from "./pcsc/stack.ts";

/* `madoguchi firmware --pcsc`: set PC end to end, through our own PC/SC service and the machine's libpcsclite. */

const CLI = join(root, "harness/cli.ts");

describe("madoguchi firmware --pcsc", () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await openOwnService();
  });
  afterAll(() => stack?.close());

  const firmware = (table: Table, reader: string, ...options: readonly string[]): Promise<Ended> => {
    const out = join(table.folder, "out");
    const args = [CLI, "firmware", "--pcsc", reader, "--lang", "en", "--out", out, ...options];
    return table.run(process.execPath, args);
  };

  test.each(["contactless", "contactPlain", "contactHistorical"])("passes every check with a %s ATR", async (atr) => {
    await using table = await layTable(stack, ["employee"], "--atr", atr);
    const { code, stdout } = await firmware(table, "Madoguchi 00");
    expect(code).toBe(0);
    expect(stdout).toContain("Verdict: pass");
    expect(stdout).toContain("0 warnings");
    expect(readFileSync(join(table.folder, "out/traces/PC.ndjson"), "utf8")).toContain('"line":"pcsc"');
    expect(table.cards.text).not.toContain("VERIFY");
  });

  test("with a card that is none of those meant says which card to put there, and exits 1", async () => {
    await using table = await layTable(stack, ["driving-licence"]);
    const { code, stdout } = await firmware(table, "Madoguchi 00", "--check", "PC-02");
    expect(code).toBe(1);
    expect(stdout).toContain("put a My Number card on the reader");
  });

  test("with a card that is torn away fails what it was in, and ends", async () => {
    await using table = await layTable(stack, ["employee"], "--fault", "torn-at-apdu:apdu=3");
    const { code, stdout } = await firmware(table, "Madoguchi 00");
    expect(code).toBe(1);
    expect(stdout).toContain("no answer to");
  });

  test("on a reader that is not there exits 3, and lists the names", async () => {
    await using table = await layTable(stack, ["employee"]);
    const { code, stderr } = await firmware(table, "Somebody's");
    expect(code).toBe(3);
    expect(stderr).toContain('"Madoguchi 00 00"');
  });
});
