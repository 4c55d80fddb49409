import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openZip } from "../../../simulator/zip/zip-file.ts";
import { zipOf } from "../../../simulator/zip/zip-writer.ts";

const PASSWORD = "himitsu-9!";
const content = Buffer.from("<XmlMsg>見本　花子</XmlMsg>".repeat(50), "utf8");
const salt = Uint8Array.from({ length: 16 }, (_, index) => index * 7);
const opening = { password: PASSWORD, name: "OQSsiquc01req_1.xml", maxBytes: 1 << 20 };
const sealed = zipOf("OQSsiquc01req_1.xml", content, { password: PASSWORD, salt });
const plain = zipOf("OQSsiquc01req_1.xml", content);

/** Made with `zip -P himitsu-9!` (Info-ZIP 3.0, ZipCrypto); holds `a.xml` with `<XmlMsg>zipcrypto</XmlMsg>`. */
const ZIP_CRYPTO = Buffer.from(
  "UEsDBBQACQAIANO8eV2Op58MJAAAABsAAAAFAAAAYS54bWwjifaU2jToh/pVhFSH9eBJoHZmUPvKGDGoyl0Nt2fox66KZVtQSwcIjqefDCQAAAAbAAAAUEsBAh4DFAAJAAgA07x5XY6nnwwkAAAAGwAAAAUAAAAAAAAAAQAAAKSBAAAAAGEueG1sUEsFBgAAAAABAAEAMwAAAFcAAAAAAA==",
  "base64",
);

describe("an archive of one file", () => {
  it.each([
    ["plain", plain, "", false],
    ["AES-256 with its password", sealed, PASSWORD, true],
  ])("is opened again: %s", (_what, archive, password, wasSealed) => {
    expect(openZip(archive, { ...opening, password })).toEqual({
      ok: true,
      name: "OQSsiquc01req_1.xml",
      sealed: wasSealed,
      bytes: expect.toSatisfy((bytes: Uint8Array) => content.equals(bytes)),
    });
  });

  it("comes back whatever the bytes, the password and the name", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3_000 }),
        fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        (bytes, password, fresh) => {
          const archive = zipOf("a.xml", bytes, { password, salt: fresh });
          const opened = openZip(archive, { ...opening, password, name: "a.xml" });
          expect(opened.ok && Buffer.from(opened.bytes).equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("is the same bytes every time, and other bytes with another salt", () => {
    const again = zipOf("OQSsiquc01req_1.xml", content, { password: PASSWORD, salt });
    expect(Buffer.from(again).equals(sealed)).toBe(true);
    const other = zipOf("OQSsiquc01req_1.xml", content, { password: PASSWORD, salt: salt.map((byte) => byte ^ 1) });
    expect(Buffer.from(other).equals(sealed)).toBe(false);
  });

  it("of ZipCrypto, as old programs make it, is opened too", () => {
    const opened = openZip(ZIP_CRYPTO, { ...opening, name: "other.xml" });
    expect(opened.ok && Buffer.from(opened.bytes).toString()).toBe("<XmlMsg>zipcrypto</XmlMsg>\n");
    expect(openZip(ZIP_CRYPTO, { ...opening, password: "wrong" }).ok).toBe(false);
  });

  it.each([
    ["a comment that holds the signature of an end record", Buffer.from(`PK\x05\x06${"x".repeat(60_000)}`, "latin1")],
    ["a comment", Buffer.from("made by hand")],
  ])("may have %s", (_what, comment) => {
    const commented = Buffer.concat([plain, comment]);
    commented.writeUInt16LE(comment.length, plain.length - 2);
    expect(openZip(commented, opening)).toMatchObject({ ok: true });
  });

  it("may have bytes behind it", () => {
    expect(openZip(Buffer.concat([plain, Buffer.alloc(7)]), opening)).toMatchObject({ ok: true });
  });

  it("gives the entry of the wanted name, in any case, else the first XML", () => {
    expect(openZip(plain, { ...opening, name: "oqssiquc01REQ_1.XML" })).toMatchObject({ ok: true });
    expect(openZip(plain, { ...opening, name: "other.xml" })).toMatchObject({ name: "OQSsiquc01req_1.xml" });
    expect(openZip(zipOf("readme.txt", content), opening)).toMatchObject({
      ok: false,
      problem: { en: expect.stringContaining("no XML") },
    });
  });
});

describe("an archive that cannot be used is refused in words that hide the password", () => {
  it.each([
    ["another password", sealed, { password: "himitsu-8!" }, /another one/],
    ["no password where one is needed", sealed, { password: "" }, /no password is set/],
    ["no zip at all", content, {}, /damaged/],
    ["nothing", new Uint8Array(), {}, /damaged/],
    ["a file longer than allowed", plain, { maxBytes: content.length - 1 }, /at most/],
  ])("%s", (_what, archive, change, en) => {
    const opened = openZip(archive, { ...opening, ...change });
    expect(opened.ok).toBe(false);
    if (opened.ok) return;
    expect(opened.problem.en).toMatch(en);
    expect(JSON.stringify(opened)).not.toContain("himitsu");
  });

  it.each([
    ["plain", plain],
    ["AES-256", sealed],
  ])("%s, cut off anywhere", (_what, archive) => {
    for (let length = 0; length < archive.length; length += 3)
      expect(openZip(archive.subarray(0, length), opening).ok).toBe(false);
  });

  it("any byte changed never gives other content", () => {
    for (const archive of [plain, sealed, ZIP_CRYPTO]) {
      fc.assert(
        fc.property(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
          const broken = Uint8Array.from(archive);
          broken[at] = (broken[at] ?? 0) ^ flip;
          const opened = openZip(broken, opening);
          const good = archive === ZIP_CRYPTO ? Buffer.from("<XmlMsg>zipcrypto</XmlMsg>\n") : content;
          if (opened.ok) expect(good.equals(opened.bytes)).toBe(true);
        }),
        { numRuns: 400 },
      );
    }
  });

  it("any bytes at all: a value, never an exception", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(20), (noise, at) => {
        const end = plain.subarray(plain.length - 22);
        expect(openZip(noise, opening).ok).toBe(false);
        expect(typeof openZip(Buffer.concat([noise, end, noise.subarray(0, at)]), opening).ok).toBe("boolean");
      }),
    );
  });

  it("a bomb: what it promises is not unpacked, nor is what it does not promise", () => {
    const bomb = zipOf("OQSsiquc01req_1.xml", Buffer.alloc(64 << 20));
    expect(bomb.length).toBeLessThan(1 << 20);
    expect(openZip(bomb, opening)).toMatchObject({ ok: false, problem: { en: expect.stringContaining("at most") } });
    const liar = Buffer.from(bomb);
    const central = liar.readUInt32LE(liar.length - 6);
    liar.writeUInt32LE(1_000, central + 24);
    expect(openZip(liar, opening)).toMatchObject({ ok: false, problem: { en: expect.stringContaining("damaged") } });
  });

  it.each([
    [0, "holds no XML"],
    [17, "more than 16 files"],
    [65_535, "more than 16 files"],
  ])("an archive that says it has %i entries is told so, and not that it is damaged", (count, en) => {
    const crowded = Buffer.from(plain);
    crowded.writeUInt16LE(count, crowded.length - 12);
    expect(openZip(crowded, opening)).toMatchObject({ ok: false, problem: { en: expect.stringContaining(en) } });
  });
});
