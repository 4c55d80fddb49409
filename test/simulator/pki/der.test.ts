import fc from "fast-check";
import { expect, test } from "vitest";
import { concat, fromHex, toHex } from "../../../simulator/kernel/bytes.ts";
import { derElement, readDerElement } from "../../../simulator/pki/der.ts";

test.each([
  { length: 0, header: "0400" },
  { length: 127, header: "047F" },
  { length: 128, header: "048180" },
  { length: 255, header: "0481FF" },
  { length: 256, header: "04820100" },
  { length: 65_535, header: "0482FFFF" },
  { length: 65_536, header: "0483010000" },
])("content of $length bytes has the header $header, and is read back with what follows left out", (row) => {
  const content = new Uint8Array(row.length).fill(0xab);
  const element = derElement(0x04, content.subarray(0, 5), content.subarray(5));
  expect(toHex(element.subarray(0, row.header.length / 2))).toBe(row.header);
  expect(readDerElement(concat(element, fromHex("FFFF")))).toEqual({
    tag: 0x04,
    content,
    lengthBytes: element.length,
  });
});

test("a header without an end, an endless length and a missing content are no element", () => {
  for (const bytes of ["", "30", "3080 0000", "3081", "3082 01", "3084 00000001 05", "3001", "30FF"]) {
    expect(readDerElement(fromHex(bytes))).toBeUndefined();
  }
});

test("any bytes give an element that lies inside them, or none, and never a throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const element = readDerElement(bytes);
      return element === undefined || (element.lengthBytes <= bytes.length && element.lengthBytes >= 2);
    }),
  );
});
