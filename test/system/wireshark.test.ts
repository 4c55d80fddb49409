import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runExport } from "../../harness/commands/export-run.ts";
import { recorded } from "../harness/traces/events.ts";

const C02 = fileURLToPath(new URL("../golden/traces/C02.ndjson", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "wireshark-"));
const pcapng = join(folder, "c02.pcapng");

/** tshark as a stranger has it: an empty home, no profile, no setting. Its lines. */
function tshark(...options: readonly string[]): readonly string[] {
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder };
  const { error, status, stdout, stderr } = spawnSync("tshark", ["-r", pcapng, ...options], { env, encoding: "utf8" });
  if (error !== undefined) {
    throw new Error(`tshark cannot be run (${error.message}): install Wireshark's tshark, 4.0 or newer`);
  }
  if (status !== 0) throw new Error(`tshark ends with ${status}: ${stderr}`);
  return stdout.split("\n").filter((line) => line !== "");
}

/** One line a packet, the fields between tabs. */
const fields = (filter: string, ...names: readonly string[]): readonly string[] =>
  tshark("-Y", filter, "-T", "fields", ...names.flatMap((name) => ["-e", name]));

beforeAll(() => {
  runExport(C02, { pcapng, lang: "en" });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("Wireshark, without any setting,", () => {
  test("dissects every command and every answer, and finds nothing malformed", () => {
    const exchanges = recorded("C02").on("card.apdu").length;
    expect(fields("iso7816.apdu.cla", "frame.number")).toHaveLength(exchanges);
    expect(fields("iso7816.apdu.sw1", "frame.number")).toHaveLength(exchanges);
    expect(fields("_ws.malformed || _ws.expert.severity >= 0x00600000", "frame.number")).toEqual([]);
  });

  test("names the instruction and its parameters", () => {
    const text = tshark("-V", "-Y", "iso7816.apdu.ins").join("\n");
    expect(text).toContain("Instruction: Select file (0xa4)");
    expect(text).toContain("Selection control: Direct selection by DF name (0x04)");
    expect(text).toContain("APDU Body: d392f000260100000001");
    expect(text).toContain("Instruction: Read binary (0xb0)");
    expect(text).toContain("Offset of the first byte to read: 256");
    expect(text).toContain("Instruction: Verify (0x20)");
    expect(text).toContain("Parameter 2: 0x80");
  });

  test("shows the status word, whose command it answers, and our words beside it", () => {
    const [wrong] = fields(
      "iso7816.apdu.sw1 == 0x63 && iso7816.apdu.sw2 == 0xc2",
      "_ws.col.Info",
      "frame.interface_name",
      "frame.comment",
    );
    expect(wrong?.split("\t")).toEqual(["Response APDU (to Verify)", "R1", "63C2 verification failed, 2 tries left"]);
  });

  test("says of a PIN that it was not captured, and has no byte of it", () => {
    const masked = fields('frame.comment contains "«pin»"', "_ws.col.Info", "frame.cap_len", "frame.len");
    expect(masked).toHaveLength(2);
    for (const line of masked) {
      const [info, captured, length] = line.split("\t");
      expect(info).toBe("Verify[Packet size limited during capture]");
      expect(Number(length) - Number(captured)).toBe(2);
    }
    expect(fields("iso7816.apdu.ins == 0x20 && iso7816.apdu.lc", "frame.number")).toEqual([]);
  });

  test("takes the ATR apart and tells when it was", () => {
    const [atr] = fields("iso7816.atr.t0", "frame.time_epoch", "iso7816.atr.init_char", "iso7816.atr.tck");
    const at = recorded("C02").on("card.field")[0]?.atMs ?? 0;
    expect(Number(atr?.split("\t")[0]) * 1000).toBeCloseTo(at, 3);
    expect(atr?.split("\t")[1]).toBe("0x3b");
  });
});
