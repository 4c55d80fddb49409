import { describe, expect, it } from "vitest";
import { cardApplications } from "../../../devices/cards/applications/index.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { AIDS, body, COMMON, E, J, parts, R, select, swOf, V, wholeBy, X } from "./apdus.ts";
import { talk } from "./fixture.ts";

const fci = (aid: string): string =>
  `6F${toHex(Uint8Array.of(aid.length / 2 + 2))}84${toHex(Uint8Array.of(aid.length / 2))}${aid}9000`;

describe("SELECT (my-number-card.md §2.2)", () => {
  it.each(Object.entries(AIDS))("%s by its name, with FCI and without", (_id, aid) => {
    const send = talk();
    expect(send(select(aid))).toBe("9000");
    expect(send(`00A40400${body(aid)}00`)).toBe(fci(aid));
    expect(send(`00A40400${body(aid)}`)).toBe("9000");
  });

  it("the names above are those of the applications, and none begins another", () => {
    const aids = cardApplications.map(({ aid }) => toHex(aid));
    expect([...aids].sort()).toEqual([...Object.values(AIDS)].sort());
    for (const aid of aids) expect(aids.filter((other) => other.startsWith(aid))).toEqual([aid]);
  });

  it.each([
    ["a partial name", "00A4040C05 D392F00026", "9000"],
    ["an unknown application", "00A4040C07 A0000000030000", "6A82"],
    ["a name too short to mean anything", "00A4040C02 D392", "6A82"],
    ["no name at all", "00A4040C", "6A82"],
    ["no name, with Le", "00A4040000", "6A82"],
    ["a name that is longer than ours", "00A4040C0B D392F00026010000000100", "6A82"],
    ["an unknown P2", "00A404010A D392F000260100000001", "6A86"],
    ["an unknown P1", "00A4080C02 3F00", "6A86"],
    ["the MF, which the card does not have", "00A4000C023F00", "6A82"],
    ["the parent, right after reset", "00A40000", "6A86"],
    ["EFs of JICSAP under the MF", "00A4020C022F10", "6A82"],
    ["the same", "00A4020C022F11", "6A82"],
    ["the same", "00A4020C02001E", "6A82"],
    ["half a file id", "00A4020C0100", "6700"],
    ["a file by an unknown P2", "00A4020402000A", "6A86"],
  ])("%s", (_title, hex, expected) => {
    expect(talk()(hex)).toBe(expected);
  });

  it("00 A4 00 00 without data is 9000 and does nothing while an application is current", () => {
    const send = talk();
    send(J);
    send(E(0x0006));
    expect(send("00A40000")).toBe("9000");
    expect(swOf(send(R(0, 4)))).toBe("9000");
  });

  it("the next occurrence of a partial name walks through the applications and ends with 6A82", () => {
    const send = talk();
    const first = `00A4040005D39210003100`;
    const next = `00A4040205D39210003100`;
    expect(send(first)).toBe(fci(AIDS["card-surface"]));
    expect(send(next)).toBe(fci(AIDS["text-input"]));
    expect(send(next)).toBe(fci(AIDS["common-card"]));
    expect(send(next)).toBe(fci(AIDS["resident-register"]));
    expect(send(next)).toBe("6A82");
    expect(send("00A4040E05D39210003100".slice(0, -2))).toBe("6A82");
  });

  it("a SELECT that fails leaves application and file as they were", () => {
    const send = talk();
    for (const step of [J, E(0x0006), select("A0000000030000"), E(0x0003)]) send(step);
    expect(swOf(send(R(0, 4)))).toBe("9000");
  });

  it("another application forgets the file", () => {
    const send = talk();
    for (const step of [J, E(0x0006), X]) send(step);
    expect(send(R(0, 4))).toBe("6986");
  });
});

describe("READ BINARY (my-number-card.md §2.3)", () => {
  it("ends at the file's end with 9000 and begins no read behind it: 6B00", () => {
    const send = talk();
    send(J);
    send(E(0x0006));
    expect(parts(send(R(0x90, 256)))).toMatchObject({ sw: "9000", data: { length: 16 } });
    expect(parts(send(R(0x9f, 2)))).toMatchObject({ sw: "9000", data: { length: 1 } });
    expect(send(R(0xa0, 1))).toBe("6B00");
    expect(send(R(0x7fff, 1))).toBe("6B00");
  });

  it("a short id makes its file current; its offset is one byte", () => {
    const send = talk();
    send(J);
    const whole = parts(send(wholeBy(0x06))).data;
    expect(parts(send(R(0x80, 256))).data).toEqual(whole.slice(0x80));
    expect(parts(send("00B0868000")).data).toEqual(whole.slice(0x80));
    expect(send("00B086A000")).toBe("6B00");
  });

  it("every way of naming the length gives the same bytes", () => {
    const send = talk();
    send(J);
    send(E(0x000b));
    const extended = parts(send("00B00000000000")).data;
    expect(extended).toHaveLength(2048);
    expect(parts(send("00B0000000")).data).toEqual(extended.slice(0, 256));
    expect(parts(send("00B00000000100")).data).toEqual(extended.slice(0, 256));
    expect(parts(send("00B00000000101")).data).toEqual(extended.slice(0, 257));
    expect(parts(send("00B00000FF")).data).toEqual(extended.slice(0, 255));
    expect(parts(send("00B00000008000")).data).toEqual(extended);
  });

  it.each([
    ["nothing is selected", [J], R(0, 16), "6986"],
    ["right after reset", [], R(0, 16), "6986"],
    ["a PIN is no file", [J, E(0x0018)], R(0, 16), "6981"],
    ["a key is no file", [J, E(0x0017)], R(0, 16), "6981"],
    ["an anchor is no file", [J, E(0x0016)], R(0, 16), "6981"],
    ["a record file has no offsets", [COMMON, E(0x0001)], R(0, 16), "6981"],
    ["the right is missing", [V, E(0x0002)], R(0, 16), "6982"],
    ["the right is missing, also behind the end", [V, E(0x0002)], R(0x7000, 16), "6982"],
    ["the short id is unknown", [J], "00B0830010", "6A82"],
    ["the short id is 0", [J], "00B0800010", "6A82"],
    ["Le is missing", [J, E(0x0006)], "00B00000", "6700"],
  ])("refuses when %s", (_title, before, command, sw) => {
    const send = talk();
    for (const step of before) send(step);
    expect(send(command)).toBe(sw);
  });

  it("an answer is never written into: reading twice gives the same", () => {
    const send = talk();
    send(J);
    expect(fromHex(send(wholeBy(0x0a)))).toEqual(fromHex(send(wholeBy(0x0a))));
  });
});
