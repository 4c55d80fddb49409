import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { openZip } from "../../simulator/zip/zip-file.ts";
import { zipOf } from "../../simulator/zip/zip-writer.ts";

const PASSWORD = "himitsu-9!";
const content = Buffer.from(`<XmlMsg>${"見本　花子".repeat(500)}</XmlMsg>\n`, "utf8");
const salt = Uint8Array.from({ length: 16 }, (_, index) => 200 - index);
const folder = mkdtempSync(join(tmpdir(), "madoguchi-zip-"));
const place = (name: string): string => join(folder, name);
const opening = { password: PASSWORD, name: "a.xml", maxBytes: 1 << 20 };

/** Runs a foreign program in the folder; what it prints. */
function foreign(program: string, ...args: readonly string[]): Buffer {
  const { error, status, stdout, stderr } = spawnSync(program, args, { cwd: folder });
  if (error !== undefined)
    throw new Error(`${program} cannot be run (${error.message}): install p7zip-full and python3`);
  expect([status, stderr.toString()], `${program} ${args.join(" ")}`).toEqual([0, ""]);
  return stdout;
}

writeFileSync(place("a.xml"), content);
writeFileSync(place("sealed.zip"), zipOf("a.xml", content, { password: PASSWORD, salt }));
writeFileSync(place("plain.zip"), zipOf("a.xml", content));
mkdirSync(place("out"));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("our archives", () => {
  it("with AES-256 are opened and tested by 7-Zip with the password, and by nobody without", () => {
    foreign("7z", "x", `-p${PASSWORD}`, "-y", "-oout", "sealed.zip");
    expect(readFileSync(place("out/a.xml")).equals(content)).toBe(true);
    expect(foreign("7z", "l", "-slt", "sealed.zip").toString()).toMatch(/Method = AES-256 Deflate/);
    expect(spawnSync("7z", ["t", "-pwrong", "sealed.zip"], { cwd: folder }).status).not.toBe(0);
  });

  it("without a password are opened by 7-Zip and Python", () => {
    foreign("7z", "t", "plain.zip");
    const read = "import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile('plain.zip').read('a.xml'))";
    expect(foreign("python3", "-c", read).equals(content)).toBe(true);
  });
});

describe("other people's archives are opened", () => {
  it.each([
    ["AES-256 of 7-Zip", ["-tzip", "-mem=AES256", `-p${PASSWORD}`]],
    ["AES-128 of 7-Zip", ["-tzip", "-mem=AES128", `-p${PASSWORD}`]],
    ["ZipCrypto of 7-Zip", ["-tzip", "-mem=ZipCrypto", `-p${PASSWORD}`]],
    ["stored by 7-Zip", ["-tzip", "-mx=0"]],
  ])("%s", (what, options) => {
    const name = `${what.replaceAll(" ", "-")}.zip`;
    foreign("7z", "a", ...options, name, "a.xml");
    const opened = openZip(readFileSync(place(name)), opening);
    expect(opened.ok && content.equals(opened.bytes)).toBe(true);
  });

  it("deflated by Python", () => {
    foreign("python3", "-c", "import zipfile; zipfile.ZipFile('py.zip', 'w', zipfile.ZIP_DEFLATED).write('a.xml')");
    const opened = openZip(readFileSync(place("py.zip")), opening);
    expect(opened.ok && content.equals(opened.bytes)).toBe(true);
  });

  it("with another compression are refused with a text that says so", () => {
    foreign("7z", "a", "-tzip", "-mm=BZip2", "bz.zip", "a.xml");
    expect(openZip(readFileSync(place("bz.zip")), opening)).toMatchObject({
      ok: false,
      problem: { en: expect.stringContaining("another compression") },
    });
  });
});
