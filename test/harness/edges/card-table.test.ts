import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCardConsole } from "../../../harness/edges/card-console.ts";
import { type CardTableOptions, layCardTable } from "../../../harness/edges/card-table.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "madoguchi-table-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const options: CardTableOptions = { pin: "1234", password: "ABC123", seed: 1, date: "2026-02-10", lang: "en" };

describe("a table with cards", () => {
  it("writes down what is said, and a misspelt name costs no recording of before", async () => {
    const ndjson = join(folder, "said.ndjson");
    writeFileSync(ndjson, "before\n");
    await expect(layCardTable({ ...options, persona: ["nobody"], ndjson }, () => {})).rejects.toThrow(/no nobody/);
    expect(readFileSync(ndjson, "utf8")).toBe("before\n");
    const { cards, close } = await layCardTable({ ...options, persona: ["blank-card"], ndjson }, () => {});
    cards.slots[0]?.powerOn();
    cards.slots[0]?.exchange(Uint8Array.of(0, 0xb0, 0, 0, 1), () => {});
    await close();
    expect(readFileSync(ndjson, "utf8")).toMatch(/^\{.*"command":"00B0000001","response":"6D00".*\}\n$/);
  });

  it("a file that cannot be written is told with what to do", async () => {
    const broken = layCardTable({ ...options, persona: ["blank-card"], pcapng: folder }, () => {});
    await expect(broken).rejects.toMatchObject({ fix: expect.stringContaining("--pcapng") });
  });
});

describe("the console beside the cards", () => {
  async function typed(
    ...lines: readonly string[]
  ): Promise<{ said: readonly string[]; present: boolean | undefined }> {
    const { cards, fail, close } = await layCardTable({ ...options, persona: ["blank-card"] }, () => {});
    const said: string[] = [];
    const input = new PassThrough();
    const ended = new Promise<void>((end) => {
      runCardConsole(input, { cards, more: {}, language: "en", say: (text) => said.push(text), end, fail });
    });
    for (const line of [...lines, "quit"]) input.write(`${line}\n`);
    await ended;
    const present = cards.slots[0]?.present;
    await close();
    return { said, present };
  }

  it("takes cards out and lays them back", async () => {
    expect((await typed("remove")).present).toBe(false);
    expect((await typed("remove", "insert 0 felica")).present).toBe(true);
  });

  it("says what is right where something is wrong, and goes on", async () => {
    const { said } = await typed("insrt", "unblock 7", "insert 0 nobody", "fault line-cut", "repair chip-mute", "");
    expect(said).toEqual([
      expect.stringMatching(/^\? insrt: remove, insert, unblock/),
      expect.stringContaining("readers 0 to 0"),
      expect.stringContaining("no nobody"),
      expect.stringContaining("near names"),
      expect.stringContaining("not armed"),
    ]);
  });
});
