import { describe, expect, it } from "vitest";
import { readerModels } from "../../../devices/ccid-reader/models.ts";
import { openWire } from "../../../harness/edges/wired-run.ts";

describe("the wires of a reader, by their names", () => {
  const open = (wire: string, wireFront?: string) => openWire({ wire, wireFront }, readerModels["sim-contacts"]);

  it.each([
    ["/dev/a", undefined, "--wire: give loopback, or two serial ports"],
    ["/dev/a,/dev/b,/dev/c", undefined, "--wire: give loopback"],
    ["/dev/a,", undefined, "--wire: give loopback"],
    ["/dev/a,/dev/b", "/dev/c", "--wire-front: give two serial ports"],
    ["loopback", "/dev/c,/dev/d", "--wire-front: a loopback has both lines"],
  ])("%s with %s are refused", async (wire, wireFront, message) => {
    await expect(open(wire, wireFront)).rejects.toMatchObject({
      name: "MisuseError",
      message: expect.stringContaining(message),
    });
  });

  it("a port that is not there is told by its path", async () => {
    await expect(open("/nowhere/a,/nowhere/b")).rejects.toMatchObject({
      name: "ConfigurationError",
      message: expect.stringContaining("/nowhere/a"),
    });
  });
});
