import { describe, expect, it } from "vitest";
import { ExchangeFolders } from "../../../devices/terminal/exchange-folder.ts";
import { type Packing, packedFolders } from "../../../harness/subjects/packed-folders.ts";
import { worldFolders } from "../../../harness/subjects/world-folders.ts";
import { defaultProfile } from "../../../simulator/messages/profile.ts";
import { openZip } from "../../../simulator/zip/zip-file.ts";
import { zipOf } from "../../../simulator/zip/zip-writer.ts";

const PASSWORD = "mitsudomoe";
const salt = () => new Uint8Array(16);
const zip = { ...defaultProfile.zip, encrypt: ["OQSsi"], plain: ["OQSsiurl"], password: PASSWORD };
const TEXT = "<XmlMsg/>\n";
const content = Buffer.from(TEXT);
const textOf = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes).toString();

function packed(settings: Packing["zip"] = zip) {
  const shared = new ExchangeFolders();
  return {
    shared,
    folders: packedFolders(
      worldFolders(shared, () => 1),
      { zip: settings, salt },
    ),
  };
}

describe("the folders of a receipt system that is set up for zips", () => {
  it.each([
    ["OQSsiquc01req_1.xml", "OQSsiquc01req_1.zip"],
    ["YZKsiquc01req_1.xml", "YZKsiquc01req_1.xml"],
    ["OQSsiurl01req_1.xml", "OQSsiurl01req_1.xml"],
  ])("%s travels as %s", (name, travels) => {
    expect(packed().folders.nameFor(name)).toBe(travels);
  });

  it("hold a request as a zip with the password, its XML under the same base name", () => {
    const { shared, folders } = packed();
    folders.write("OQSsiquc01req_1.zip", content);
    const bytes = shared.read("req", "OQSsiquc01req_1.zip")?.bytes ?? new Uint8Array();
    expect(openZip(bytes, { password: "", name: "", maxBytes: 100 }).ok).toBe(false);
    const opened = openZip(bytes, { password: PASSWORD, name: "OQSsiquc01req_1.xml", maxBytes: 100 });
    expect(opened.ok && [opened.name, textOf(opened.bytes)]).toEqual(["OQSsiquc01req_1.xml", TEXT]);
  });

  it.each(["xml", "pdf"])("give what is in a zip, be it %s, encrypted or not", (extension) => {
    const { shared, folders } = packed();
    const seal = { password: PASSWORD, salt: salt() };
    shared.write({ folder: "res", name: "a.zip", bytes: zipOf(`a.${extension}`, content, seal) });
    shared.write({ folder: "res", name: "b.zip", bytes: zipOf(`b.${extension}`, content) });
    for (const name of ["a.zip", "b.zip"]) expect(textOf(folders.read("res", name))).toBe(TEXT);
  });

  it("give a zip as it lies where it cannot be opened: another password, or half of it", () => {
    const { shared, folders } = packed({ ...zip, password: "another" });
    const sealed = zipOf("a.xml", content, { password: PASSWORD, salt: salt() });
    shared.write({ folder: "res", name: "a.zip", bytes: sealed });
    shared.write({ folder: "res", name: "b.zip", bytes: sealed.subarray(0, 60) });
    expect(folders.read("res", "a.zip")).toBe(sealed);
    expect(folders.read("res", "b.zip")).toEqual(sealed.subarray(0, 60));
  });

  it("leave what is no zip alone", () => {
    const { shared, folders } = packed();
    shared.write({ folder: "face", name: "a.xml", bytes: content });
    expect(folders.read("face", "a.xml")).toBe(content);
  });
});
