import { describe, expect, it } from "vitest";
import { keepFileChange } from "../../../devices/terminal/ports.ts";

const NUMBER = "123456789018";
const secrets = [{ kind: "personal-number", digits: NUMBER }] as const;
const keep = (bytes: Uint8Array) =>
  keepFileChange({ folder: "face", name: "x.xml", change: "written", bytes }, secrets);

describe("a file as evidence", () => {
  it("is kept as text with its encoding, and gives the very bytes back", () => {
    const { message, marks } = keep(Buffer.from("<a>見本</a>"));
    expect(message).toMatchObject({ encoding: "UTF-8", text: "<a>見本</a>", lengthBytes: 13 });
    expect(marks).toEqual([]);
  });

  it("is kept as bytes where it is no text", () => {
    expect(keep(Uint8Array.of(0xff, 0x00)).message).toMatchObject({ hex: "ff00", lengthBytes: 2 });
  });

  it("a personal number in a text leaves its mark, not its digits", () => {
    const { message, marks } = keep(Buffer.from(`<a>${NUMBER}</a>`));
    expect(message.text).toBe("<a>«personal-number»</a>");
    expect(marks).toEqual(["personal-number"]);
  });

  it("a personal number in bytes that are no text leaves its mark, not its digits", () => {
    const { message, marks } = keep(Buffer.concat([Uint8Array.of(0xff), Buffer.from(`<a>${NUMBER}</a>`)]));
    expect(message.hex).not.toContain(Buffer.from(NUMBER).toString("hex"));
    expect(marks).toEqual(["personal-number"]);
  });

  it("of a file taken away only name, length and digest are kept", () => {
    const { message } = keepFileChange(
      { folder: "req", name: "x.xml", change: "removed", bytes: Buffer.from(NUMBER) },
      secrets,
    );
    expect(Object.keys(message).toSorted()).toEqual(["change", "folder", "lengthBytes", "name", "sha256"]);
  });

  it("that is a zip is kept as what is in it, of a request with its bytes, which a replay needs", () => {
    const [zip, content] = [Buffer.from("PK zip"), Buffer.from(`<a>${NUMBER}</a>`)];
    const kept = (folder: "req" | "res", bytes: Uint8Array = zip) =>
      keepFileChange({ folder, name: "x.zip", change: "written", bytes, packed: { zip, content } }, secrets).message;
    const inside = { encoding: "UTF-8", text: "<a>«personal-number»</a>", packed: true, lengthBytes: 6 };
    expect(kept("res")).toMatchObject(inside);
    expect(kept("res")).not.toHaveProperty("hex");
    expect(kept("req")).toMatchObject({ ...inside, hex: zip.toString("hex") });
    // A fault put other bytes in the place of the zip: what was in it is not there any more.
    expect(kept("res", Buffer.from("PK zap"))).toMatchObject({ text: "PK zap" });
  });
});
