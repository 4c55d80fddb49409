import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cardApplications } from "../../../devices/cards/applications/index.ts";
import { type CommandApdu, command, decodeCommand, encodeCommand, response } from "../../../devices/iso7816/apdu.ts";
import { selectApplication, selectFile } from "../../../devices/iso7816/commands.ts";
import { SW } from "../../../devices/iso7816/status-word.ts";
import { probedApplications } from "../../../devices/probe/applications.ts";
import { guarded, MAX_CERTIFICATE_BYTES, permissions } from "../../../devices/probe/guard.ts";
import { probePlan } from "../../../devices/probe/plan.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { Defect } from "../../../simulator/kernel/errors.ts";
import { answering, atOnce } from "./probing.ts";

const hex = (apdu: CommandApdu): string => toHex(encodeCommand(apdu));
const apduOf = (text: string): CommandApdu => decodeCommand(fromHex(text)) ?? command(0, 0, 0, 0);
const J = "00A4040C0A D392F000260100000001";
const X = "00A4040C0A D3921000310001010408";
const V = "00A4040C0A D3921000310001010402";
const C = "00A4040C0A D3921000310001010100";

/** Sends these commands through the guard to a card that takes everything; what reached the card. */
function through(commands: readonly string[], sw: number = SW.ok): readonly string[] {
  const reached: string[] = [];
  const ask = guarded(
    answering((apdu) => {
      reached.push(hex(apdu));
      return response(sw, new Uint8Array(apdu.ne));
    }),
  );
  for (const text of commands) atOnce(ask(apduOf(text)));
  return reached;
}

describe("the plan", () => {
  const seen = through(probePlan.map((step) => hex(step.command)));

  it("passes the guard, row by row", () => {
    expect(seen).toEqual(probePlan.map((step) => hex(step.command)));
  });

  it("has no command but SELECT, READ BINARY of the current file, and VERIFY without data", () => {
    for (const { command: apdu } of probePlan) {
      expect([0xa4, 0xb0, 0x20]).toContain(apdu.ins);
      expect(apdu.cla).toBe(0x00);
      if (apdu.ins === 0x20) expect(hex(apdu)).toBe("00200080");
      if (apdu.ins === 0xb0) expect([apdu.p1 < 0x80, apdu.data.length]).toEqual([true, 0]);
    }
  });

  it("touches no file that holds something of a person, and reads no certificate but those of the CAs", () => {
    const personal = [
      ["card-surface", [0x0001, 0x0002, 0x0005]],
      ["text-input", [0x0001, 0x0002, 0x0003]],
      ["jpki", [0x0001]],
      ["common-card", [0x0001, 0x0002]],
      ["resident-register", [0x0002]],
    ] as const;
    const selected = (application: string): readonly number[] =>
      probePlan
        .filter(({ after, command: apdu }) => after === application && apdu.ins === 0xa4)
        .map(({ command: { data } }) => ((data[0] ?? 0) << 8) | (data[1] ?? 0));
    for (const [application, files] of personal) {
      for (const fid of files) expect(selected(application)).not.toContain(fid);
    }
    expect(probePlan.filter(({ after }) => after === "user-certificate")).toEqual([]);
    expect(probePlan.filter(({ learns }) => learns === "certificate").map(({ after }) => after)).toEqual([
      "authentication-ca",
      "signature-ca",
    ]);
  });

  it("has a title in both languages and an id of its own for each row, and needs only what came before", () => {
    const ids = probePlan.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [index, { after, title }] of probePlan.entries()) {
      expect([title.ja, title.en]).not.toContain("");
      if (after !== undefined) expect(ids.slice(0, index)).toContain(after);
    }
  });

  it("asks each file of the application that is selected", () => {
    let application: string | undefined;
    for (const { id, after, learns } of probePlan) {
      if (learns === "application") application = id;
      if (learns === "object") expect(after).toBe(application);
    }
  });

  it("names the applications of the card as the card does", () => {
    for (const { id, aid } of cardApplications) {
      if (id === "card-manager") continue;
      expect(probedApplications.map((row) => row.aid)).toContain(toHex(aid));
    }
  });
});

describe("the guard", () => {
  it.each([
    ["VERIFY with data", [J, "00A4020C020018", "0020008004 31323334"]],
    ["VERIFY with data of one byte", [J, "00A4020C020018", "0020008001 31"]],
    ["VERIFY with Le", [J, "00A4020C020018", "0020008000"]],
    ["VERIFY by short EF id", [J, "00A4020C020018", "00200098"]],
    ["VERIFY where no PIN is selected", [J, "00200080"]],
    ["VERIFY after another application", [J, "00A4020C020018", V, "00200080"]],
    ["VERIFY on a file", [J, "00A4020C020006", "00200080"]],
    ["the user certificate", [J, "00A4020C02000A", "00B0000001"]],
    ["selecting the signing certificate", [J, "00A4020C020001"]],
    ["a private key", [J, "00A4020C020017"]],
    ["reading by short EF id", [J, "00A4020C020006", "00B0860020"]],
    ["the token's serial number", [J, "00A4020C020006", "00B0000021"]],
    ["bytes behind the label", [J, "00A4020C020006", "00B0002001"]],
    ["the whole file by extended Le", [J, "00A4020C020006", "00B00000000000"]],
    ["the municipality", [V, "00A4020C020003", "00B0000C05"]],
    ["selecting the card front", [V, "00A4020C020002"]],
    ["selecting the My Number", [X, "00A4020C020001"]],
    ["the card number", [C, "00B2010C00"]],
    ["a file of another application", [V, "00A4020C020006"]],
    ["a file before any application", ["00A4020C020006"]],
    ["an application of no row", ["00A4040C07 A0000001510000"]],
    ["an application of a row with FCI", ["00A404000A D392F000260100000001 00"]],
    ["a partial name", ["00A4040C05 D392F00026"]],
    ["the MF", ["00A4000C02 3F00"]],
    ["a signature", [J, "802A008003AAAAAA00"]],
    ["changing a PIN", [J, "00A4020C020018", "0024018004 31323334"]],
    ["resetting a counter", [J, "00A4020C020018", "002C0080"]],
    ["internal authentication", [C, "0088008003AAAAAA00"]],
    ["GET DATA", ["00CA004200"]],
    ["GET CHALLENGE", [J, "0084000008"]],
    ["writing", [J, "00A4020C020006", "00D6000001 00"]],
    ["a proprietary class", ["80A4040C0A D392F000260100000001"]],
    ["a pseudo-APDU of the reader", ["FFCA000000"]],
  ])("stops %s before a byte is sent", (_title, commands) => {
    const reached: string[] = [];
    const ask = guarded(
      answering((apdu) => {
        reached.push(hex(apdu));
        return response(SW.ok, new Uint8Array(apdu.ne));
      }),
    );
    const [last = "", ...before] = commands.toReversed();
    for (const text of before.toReversed()) atOnce(ask(apduOf(text)));
    expect(decodeCommand(fromHex(last))).toBeDefined();
    expect(() => atOnce(ask(apduOf(last)))).toThrow(Defect);
    expect(reached).toHaveLength(before.length);
  });

  it("stops everything but a SELECT after a SELECT that failed", () => {
    const ask = guarded(answering(({ data }) => response(data.length === 2 ? SW.notFound : SW.ok)));
    for (const text of [J, "00A4020C020018"]) atOnce(ask(apduOf(text)));
    expect(() => atOnce(ask(apduOf("00200080")))).toThrow(Defect);
    atOnce(ask(apduOf("00A4020C020006")));
    const refusing = guarded(answering(() => response(SW.notFound)));
    atOnce(refusing(apduOf(J)));
    expect(() => atOnce(refusing(apduOf("00A4020C020006")))).toThrow(Defect);
  });

  it("lets no command of random bytes through but those of the plan's shape", () => {
    const state = [[], [J], [J, "00A4020C020018"], [J, "00A4020C020006"], [J, "00A4020C02000A"], [X], [V]];
    const bytes = fc.oneof(
      fc.uint8Array({ minLength: 4, maxLength: 24 }),
      fc
        .tuple(
          fc.constantFrom(0x00, 0x80),
          fc.constantFrom(0xa4, 0xb0, 0x20, 0x2a, 0x24, 0x88),
          fc.constantFrom(0, 2, 4, 0x80),
          fc.constantFrom(0, 0x0c, 0x80, 0x98),
          fc.uint8Array({ maxLength: 12 }),
        )
        .map(([cla, ins, p1, p2, body]) => Uint8Array.of(cla, ins, p1, p2, ...body)),
    );
    fc.assert(
      fc.property(fc.constantFrom(...state), bytes, (before, raw) => {
        const apdu = decodeCommand(raw);
        if (apdu === undefined) return;
        let reached = 0;
        const ask = guarded(
          answering(() => {
            reached++;
            return response(SW.ok);
          }),
        );
        for (const text of before) atOnce(ask(apduOf(text)));
        try {
          atOnce(ask(apdu));
        } catch (error) {
          expect([error instanceof Defect, reached]).toEqual([true, before.length]);
          return;
        }
        if (apdu.ins === 0x20) expect([before.at(-1), hex(apdu)]).toEqual(["00A4020C020018", "00200080"]);
        else if (apdu.ins === 0xb0) {
          expect(before.at(-1)).toBe("00A4020C020006");
          expect(((apdu.p1 << 8) | apdu.p2) + apdu.ne).toBeLessThanOrEqual(32);
        } else expect(apdu.ins).toBe(0xa4);
      }),
      { numRuns: 2_000 },
    );
  });

  it("permits no more than the plan uses", () => {
    const used = new Set<string>();
    for (const { after, command: apdu } of probePlan) {
      if (apdu.ins === 0xa4 && apdu.p1 === 0x02) used.add(`${after}/${toHex(apdu.data)}`);
    }
    const permitted = permissions.map(({ application, fid }) => `${application}/${toHex(selectFile(fid).data)}`);
    expect([...used].sort()).toEqual(permitted.toSorted());
    expect(hex(selectApplication(fromHex("D392F000260100000001")))).toBe(J.replace(" ", ""));
    expect(through([J, "00A4020C02000B", "00B00F0000"])).toHaveLength(3);
    expect(() => through([J, "00A4020C02000B", "00B00F0100"])).toThrow(Defect);
    expect(MAX_CERTIFICATE_BYTES).toBe(0x1000);
  });
});
