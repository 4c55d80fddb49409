import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { SendOptions } from "../../../harness/commands/send.ts";
import { runSend } from "../../../harness/commands/send-run.ts";
import { ConfigurationError } from "../../../harness/configuration-error.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";
import { type AnyMessageKind, decodeMessage, messageKinds, siquc01 } from "../../../simulator/messages/index.ts";
import { namedFacility } from "../../../simulator/population/facility.ts";
import { root } from "../../architecture/source-files.ts";

const folder = mkdtempSync(join(tmpdir(), "madoguchi-send-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const USUAL: SendOptions = { seed: 1, on: "2026-11-25", ledger: "memory", lang: "en" };
const clinic = namedFacility("clinic").code;

type Written = Record<"stdout" | "stderr", Uint8Array[]>;

/** Runs the command and returns what it wrote where; `written` has it even where the command fails. */
async function send(
  path: string | undefined,
  options: Partial<SendOptions> = {},
  written: Written = { stdout: [], stderr: [] },
) {
  const to = (name: keyof Written) => ({
    write: (content: string | Uint8Array) => written[name].push(Buffer.from(content as string)),
  });
  const code = await runSend(path, { ...USUAL, ...options }, { stdout: to("stdout"), stderr: to("stderr") });
  const stdout = Buffer.concat(written.stdout);
  return {
    code,
    stdout: stdout.toString("utf8"),
    bytes: stdout,
    stderr: Buffer.concat(written.stderr).toString("utf8"),
  };
}

/** A file in the folder. */
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const example = async (options: Partial<SendOptions> = {}): Promise<string> =>
  (await send(undefined, { example: true, ...options })).stdout;

describe("madoguchi send", () => {
  it("answers its own example with a valid eligibility, the file on one stream and its meaning on the other", async () => {
    const { code, stdout, bytes, stderr } = await send(file("OQSsiquc01req_1.xml", await example()));
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^<\?xml version="1.0" encoding="UTF-8" standalone="no"\?>\n<XmlMsg>\n {2}<MessageHeader>\n/,
    );
    expect(decodeMessage(siquc01.answer, bytes)).toMatchObject({
      ok: true,
      record: {
        MessageHeader: { ProcessExecutionTime: "20261125090000" },
        MessageBody: { QualificationValidity: "1" },
      },
    });
    expect(stderr).toContain("QualificationValidity: 1 valid");
    expect(stderr).toMatch(/rule 3\.3\/4 \(eligibility-rules\.md §3\.3.*\): .+ → .+\n/);
    expect(stderr).toContain(`${clinic} Kaku Clinic, 2026-11-25 09:00:00, seed 1`);
  });

  it("says the same in Japanese, with the names of the layout", async () => {
    const { stderr } = await send(file("OQSsiquc01req_1.xml", await example()), { lang: "ja" });
    expect(stderr).toContain("資格有効性 QualificationValidity: 1 有効");
    expect(stderr).toContain("架空内科クリニック、2026-11-25 09:00:00、シード1");
    expect(stderr).toMatch(/規則 3\.3\/4（eligibility-rules\.md §3\.3.*）：.+ → .+\n/);
  });

  it("says in Japanese too that a layout is ours", async () => {
    const request = await example({ example: "OQSsionq01" });
    const { stderr } = await send(file("OQSsionq01req_1.xml", request), { lang: "ja" });
    expect(stderr).toContain("（receipt-system-interface.md §8.3、模擬独自）");
    expect(stderr).not.toContain("ours");
  });

  it("answers the same file in the same way again", async () => {
    const path = file("OQSsiquc01req_1.xml", await example());
    expect(await send(path)).toEqual(await send(path));
  });

  const EVERYTHING =
    "ext: { visits: true, withdrawal: true, settings: true, emergency: true, codes: true, emr: true }\n";
  /** What nobody was given cannot be named: a reception number, an activation code. */
  const NAMES_NOTHING: Readonly<Record<string, string>> = { OQSsiacd01: "SIM-E-011" };

  it.each(messageKinds.map(({ code }) => code))(
    "has an example of %s that terminal and centre accept",
    async (kind) => {
      const profile = file("everything.yaml", EVERYTHING);
      const { stdout, stderr } = await send(undefined, { example: kind, profile });
      expect(stderr).toBe(`save it under a name like ${kind}req_000000000001.xml\n`);
      const sent = await send(file(`${kind}req_000000000001.xml`, stdout), { profile });
      expect(sent.stderr).not.toContain("code=");
      expect(sent.stdout).not.toBe("");
      const error = /<ErrorCode>(.*)<\/ErrorCode>/.exec(sent.stdout)?.[1];
      expect(error).toBe(/mu[a-z]{3}[01]2$/.test(kind) ? "SIM-E-007" : NAMES_NOTHING[kind]);
    },
  );

  it.each((messageKinds as readonly AnyMessageKind[]).filter(({ ext }) => ext !== undefined && ext !== "pmh"))(
    "says of $code that it is switched off, with the key that turns it on, and so does the page",
    async ({ code, ext }) => {
      const note = `note: ${code} is switched off; ext.${ext}: true in a profile turns it on (docs/profile.md)\n`;
      const { stdout, stderr } = await send(undefined, { example: code });
      expect(stderr).toContain(note);
      const sent = await send(file(`${code}req_000000000001.xml`, stdout));
      expect(sent.stderr).toContain(note);
      expect(sent.stdout).toContain("<ErrorCode>SIM-E-010</ErrorCode>");
      const row = readFileSync(join(root, "docs/send.md"), "utf8")
        .split("\n")
        .find((line) => line.startsWith(`| \`ext.${ext}\` |`));
      expect(row).toContain(`\`${code}\``);
    },
  );

  it("asks about the person of an index, and of a seed", async () => {
    const [one, other, elsewhere] = [
      await example({ index: 5 }),
      await example({ index: 115_000_000 }),
      await example({ index: 5, seed: 2 }),
    ];
    expect(new Set([one, other, elsewhere]).size).toBe(3);
    await expect(example({ index: 125_000_000 })).rejects.toThrow(MisuseError);
  });

  it("takes a file of any name with --kind, and the encoding of the request for the result", async () => {
    const request = (await example()).replace('encoding="UTF-8"', 'encoding="Shift_JIS"');
    const { code, bytes } = await send(file("draft.txt", request), { kind: "OQSsiquc01" });
    expect(code).toBe(0);
    expect(decodeMessage(siquc01.answer, bytes)).toMatchObject({ ok: true, encoding: "Shift_JIS" });
    const utf8 = await send(file("draft.txt", request), { kind: "OQSsiquc01", encoding: "UTF-8" });
    expect(decodeMessage(siquc01.answer, utf8.bytes)).toMatchObject({ ok: true, encoding: "UTF-8" });
  });

  it("warns of what it accepts although the layout does not have it", async () => {
    const request = (await example()).replace("<MessageHeader>", "<MessageHeader><Colour>red</Colour>");
    const { code, stderr } = await send(file("OQSsiquc01req_1.xml", request));
    expect(code).toBe(0);
    expect(stderr).toMatch(/warning: line 3, column \d+: MessageHeader\/Colour is not in the layout/);
  });

  it("prints the .err text of a request that cannot be used, no result, and ends with 1", async () => {
    const request = (await example()).replace(/<Birthdate>.*<\/Birthdate>/, "");
    const { code, stdout, stderr } = await send(file("OQSsiquc01req_1.xml", request));
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(/^code=SIM-E-002\nmessage=.*Birthdate/m);
    expect(stderr).toContain("file=OQSsiquc01req_1.xml");
  });

  it("ends with 1 and a result that says why where the centre refuses the message as a whole", async () => {
    const request = (await example()).replace(clinic, "9910099999");
    const { code, stdout, stderr } = await send(file("OQSsiquc01req_1.xml", request));
    expect(code).toBe(1);
    expect(stdout).toContain("<ErrorCode>SIM-E-005</ErrorCode>");
    expect(stderr).toContain("9910099999 (not known to the centre)");
    expect(stderr).toContain("SegmentOfResult: 9 failed");
  });

  it("answers by the rules of the day it is asked on", async () => {
    const path = file("OQSsiquc01req_1.xml", await example());
    const { stdout } = await send(path, { on: "2024-11-30T23:59:58" });
    expect(stdout).toContain("<ProcessExecutionTime>20241130235958</ProcessExecutionTime>");
    await expect(send(path, { on: "2026-02-30" })).rejects.toThrow(/^--on: 2026-02-30 is no day of the calendar/);
    await expect(send(path, { on: "2026-11-25T25:99" })).rejects.toThrow(/^--on: 25:99 is no time.*yyyy-mm-ddThh:mm/);
  });

  it("writes result and example into a folder, and prints their paths", async () => {
    const out = join(folder, "out");
    const path = file("OQSsiquc01req_1.xml", await example());
    const sent = await send(path, { out });
    expect(sent.stdout).toBe(`${join(out, "OQSsiquc01res_1.xml")}\n`);
    expect(readFileSync(join(out, "OQSsiquc01res_1.xml"), "utf8")).toBe((await send(path)).stdout);
    expect((await send(undefined, { example: true, out })).stdout).toBe(
      `${join(out, "OQSsiquc01req_000000000001.xml")}\n`,
    );
    expect(readdirSync(out).sort()).toEqual(["OQSsiquc01req_000000000001.xml", "OQSsiquc01res_1.xml"]);
  });

  it("asks the centre nothing whose answer it could not write", async () => {
    const [batch, ledger] = [
      file("OQSmuquc01req_1.xml", await example({ example: "OQSmuquc01" })),
      join(folder, "asked"),
    ];
    await expect(send(batch, { ledger: `sqlite:${ledger}`, out: batch })).rejects.toThrow(ConfigurationError);
    expect(existsSync(ledger)).toBe(false);
  });

  it("puts a result on stdout that turns out not to be writable once the centre has answered", async () => {
    const out = join(folder, "taken");
    mkdirSync(join(out, "OQSmuquc01res_1.xml"), { recursive: true });
    const written: Written = { stdout: [], stderr: [] };
    const batch = file("OQSmuquc01req_1.xml", await example({ example: "OQSmuquc01" }));
    await expect(send(batch, { out }, written)).rejects.toMatchObject({ fix: expect.stringContaining("on stdout") });
    expect(Buffer.concat(written.stdout).toString()).toMatch(/<ReceptionNumber>\d{16}</);
  });

  it("keeps what the centre knows in a file between two sends: a batch is handed in, and its result fetched", async () => {
    const ledger = `sqlite:${join(folder, "centre.sqlite")}`;
    const batch = file("OQSmuquc01req_1.xml", await example({ example: "OQSmuquc01" }));
    const first = await send(batch, { ledger });
    const second = await send(batch, { ledger });
    const [one, other] = [first, second].map(({ stdout }) => /<ReceptionNumber>(\d+)</.exec(stdout)?.[1] ?? "");
    expect(one).toMatch(/^\d+$/);
    expect(other).not.toBe(one);
    const asked = (await example({ example: "OQSmuquc02" })).replace(/(?<=<ReceptionNumber>)\d+/, one ?? "");
    const later = await send(file("OQSmuquc02req_1.xml", asked), { ledger, on: "2026-11-25T10:00" });
    expect(later.code).toBe(0);
    expect(later.stderr).toContain("QualificationValidity: 1 valid");
    expect((await send(file("OQSmuquc02req_1.xml", asked), { on: "2026-11-25T10:00" })).stderr).toContain("SIM-E-007");
    await expect(send(batch, { ledger, seed: 2 })).rejects.toThrow(ConfigurationError);
  });

  it("writes as a profile says, zip and all, and --encoding has the last word", async () => {
    const path = file("OQSsiquc01req_1.xml", await example());
    const profile = file("profile.yaml", "result: { encoding: Shift_JIS, order: hash }\n");
    const { bytes } = await send(path, { profile });
    expect(decodeMessage(siquc01.answer, bytes)).toMatchObject({ ok: true, encoding: "Shift_JIS" });
    const utf8 = await send(path, { profile, encoding: "UTF-8" });
    expect(decodeMessage(siquc01.answer, utf8.bytes)).toMatchObject({ ok: true, encoding: "UTF-8" });
    const zipped = file("zipped.yaml", 'zip: { bulk: zip, password: "1234567890" }\n');
    const batch = file("OQSmuquc02req_1.xml", await example({ example: "OQSmuquc02" }));
    const result = await send(batch, { profile: zipped });
    expect(result.bytes.subarray(0, 2).toString()).toBe("PK");
    expect(result.stderr).toContain("SIM-E-007");
  });

  it("reads as the profile says: names of kinds and lengths", async () => {
    const renamed = file("renamed.yaml", "name: { prefix: { OQSsiquc01: OQSsizzz01 } }\n");
    const sent = await send(file("OQSsizzz01req_1.xml", await example()), {
      profile: renamed,
      out: join(folder, "as"),
    });
    expect(sent.stdout).toBe(`${join(folder, "as", "OQSsizzz01res_1.xml")}\n`);
    const named = await send(file("draft.xml", await example()), { profile: renamed, kind: "OQSsizzz01" });
    expect(named.stderr).toContain("QualificationValidity: 1 valid");
    const long = file("long.yaml", "len: { ArbitraryFileIdentifier: 100 }\n");
    const tagged = (await example()).replace("EXAMPLE", "E".repeat(80));
    const answered = await send(file("OQSsiquc01req_1.xml", tagged), { profile: long });
    expect(answered.stderr).toContain("QualificationValidity: 1 valid");
    const drugs = (await example({ example: "YZKsiquc01" })).replace("EXAMPLE", "E".repeat(80));
    const consented = await send(file("YZKsiquc01req_1.xml", drugs), { profile: long, consent: ["drug"] });
    expect(consented.stdout).toContain("<ResultCode>1</ResultCode>");
  });

  it.each([
    ["no file", undefined, {}, MisuseError, "request"],
    ["a name without a kind", "draft.xml", {}, MisuseError, "or give its kind with --kind"],
    ["a free part of other characters", "OQSsiquc01req_患者.xml", {}, MisuseError, "1-64 of A-Za-z0-9_-"],
    [
      "a free part with a blank",
      "OQSsiquc01req_a b.xml",
      {},
      MisuseError,
      "OQSsiquc01req_a b.xml: the name is no name of a request",
    ],
    ["a free part of 65 characters", `OQSsiquc01req_${"a".repeat(65)}.xml`, {}, MisuseError, "1-64 of A-Za-z0-9_-"],
    ["the name of a result", "OQSsiquc01res_1.xml", {}, MisuseError, "the name is that of a result"],
    ["another extension", "OQSsiquc01req_1.err", {}, MisuseError, "use xml or zip"],
    ["an index without an example", "OQSsiquc01req_1.xml", { index: 5 }, MisuseError, /^--index: .*--example/],
    ["an index below nothing", undefined, { example: true, index: -1 }, MisuseError, /^--index: -1 lies outside/],
    ["a kind that is none", "draft.xml", { kind: "OQSsixxx01" }, MisuseError, "there is no OQSsixxx01"],
    ["an example of a kind that is none", undefined, { example: "XYZ" }, MisuseError, "there is no kind XYZ"],
    ["an example and a file", "OQSsiquc01req_1.xml", { example: true }, MisuseError, "leave the file away"],
    ["a file that is not there", "OQSsiquc01req_9.xml", {}, ConfigurationError, "cannot read"],
    ["a ledger that is none", "OQSsiquc01req_1.xml", { ledger: "oracle:x" }, MisuseError, "ledger"],
  ] as const)("refuses %s with what to do", async (_title, name, options, type, says) => {
    file("OQSsiquc01req_1.xml", await example());
    file("draft.xml", await example());
    const refused = send(name === undefined ? undefined : join(folder, name), options);
    await expect(refused).rejects.toThrow(type);
    await expect(refused).rejects.toThrow(says);
  });

  it("refuses a free part with the length that a profile gives it", async () => {
    const profile = file("short.yaml", "name: { free: { most: 8, usual: 8 } }\n");
    await expect(send(join(folder, "OQSsiquc01req_a b.xml"), { profile })).rejects.toThrow("1-8 of A-Za-z0-9_-");
  });

  it("refuses a file that is far too long as one that cannot be used, with what to do", async () => {
    const path = file("OQSsiquc01req_1.xml", "");
    truncateSync(path, (100 << 20) + 1);
    await expect(send(path)).rejects.toMatchObject({
      name: "ConfigurationError",
      fix: expect.stringContaining("--example"),
    });
  });
});
