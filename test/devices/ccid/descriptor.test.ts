import { describe, expect, it } from "vitest";
import { DESCRIPTOR_HEAD, descriptorVectors, functionalDescriptor } from "../../../devices/ccid/descriptor.ts";
import { fromHex, toHex } from "../../../simulator/kernel/bytes.ts";

describe("the functional descriptor of CCID", () => {
  it.each(descriptorVectors)("$title has these bytes, both ways", ({ bytes, value }) => {
    expect(functionalDescriptor.decode(fromHex(bytes))).toEqual(value);
    expect(toHex(functionalDescriptor.encode(value))).toBe(toHex(fromHex(bytes)));
  });

  it("is as long as its first byte says (USB CCID 1.1 §5.1)", () => {
    expect(functionalDescriptor.lengthBytes).toBe(DESCRIPTOR_HEAD.bLength);
  });

  it("of another length is refused", () => {
    expect(() => functionalDescriptor.decode(new Uint8Array(53))).toThrow("53 bytes where the layout has 54");
  });
});
