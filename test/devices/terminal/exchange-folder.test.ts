import { describe, expect, it } from "vitest";
import { ExchangeFolders } from "../../../devices/terminal/exchange-folder.ts";
import type { ExchangeFile } from "../../../devices/terminal/ports.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";

const file = (name: string, byte = 0, folder: ExchangeFile["folder"] = "res"): ExchangeFile => ({
  folder,
  name,
  bytes: Uint8Array.of(byte),
});

describe("the exchange folders", () => {
  it("finds a name whatever its case, in its own folder only", () => {
    const folders = new ExchangeFolders();
    folders.write(file("OQSsiquc01res_A.xml", 1));
    expect(folders.read("res", "oqsSIQUC01RES_a.XML")?.bytes).toEqual(Uint8Array.of(1));
    expect(folders.read("face", "OQSsiquc01res_A.xml")).toBeUndefined();
  });

  it("a file written again replaces the old one, in another case too", () => {
    const folders = new ExchangeFolders();
    folders.write(file("a.xml", 1));
    folders.write(file("A.XML", 2));
    expect(folders.list("res").map(({ bytes }) => bytes[0])).toEqual([2]);
  });

  it("tells of every change, with the file as it was last when it is taken away", () => {
    const folders = new ExchangeFolders();
    const told: unknown[] = [];
    const cancel = folders.onChange(({ name, change, bytes }, cause) => told.push([name, change, bytes[0], cause]));
    folders.write(file("a.xml", 1), 7);
    folders.remove("res", "A.xml", 8);
    expect(folders.remove("res", "a.xml", 9)).toBe(false);
    cancel();
    folders.write(file("b.xml"));
    expect(told).toEqual([
      ["a.xml", "written", 1, 7],
      ["a.xml", "removed", 1, 8],
    ]);
  });

  it("a listener that stops listening while it is told disturbs nobody", () => {
    const folders = new ExchangeFolders();
    let heard = 0;
    const cancel = folders.onChange(() => cancel());
    folders.onChange(() => heard++);
    folders.write(file("a.xml"));
    expect(heard).toBe(1);
  });

  it("takes ten thousand files and says what to do about one more; room made is room again", () => {
    const folders = new ExchangeFolders();
    for (let index = 0; index < 10_000; index++) folders.write(file(`${index}.xml`));
    expect(() => folders.write(file("one-more.xml"))).toThrow(MisuseError);
    expect(() => folders.write(file("one-more.xml"))).toThrow(/take results away/);
    folders.remove("res", "0.xml");
    folders.write(file("one-more.xml"));
    expect(folders.list("res")).toHaveLength(10_000);
  });

  it("a full folder still lets a file be written again", () => {
    const folders = new ExchangeFolders();
    for (let index = 0; index < 10_000; index++) folders.write(file(`${index}.xml`));
    folders.write(file("5.xml", 9));
    expect(folders.read("res", "5.xml")?.bytes).toEqual(Uint8Array.of(9));
  });
});
