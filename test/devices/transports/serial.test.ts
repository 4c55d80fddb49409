import { SerialPortMock } from "serialport";
import { afterEach, describe, expect, it } from "vitest";
import { CCID_LINE, type MakePort, openSerial, type SerialPortOptions } from "../../../devices/transports/serial.ts";
import type { Transport } from "../../../devices/transports/transport.ts";
import { isProblem } from "../../../devices/transports/transport-problem.ts";
import { type JoinedLine, transportContract } from "./transport-contract.ts";

const PATH = "/dev/ttyTEST";
const { binding } = SerialPortMock;

afterEach(() => binding.reset());

/** What stands for the hardware of an open port. */
function hardwareOf(port: SerialPortMock): NonNullable<SerialPortMock["port"]> {
  if (port.port === undefined) throw new Error("the port is not open");
  return port.port;
}

/** Opens a port of the mock; what it was opened with, and the port itself, for whoever plays the other end. */
async function opened(path = PATH) {
  const made: { port: SerialPortMock; options: SerialPortOptions }[] = [];
  const makePort: MakePort = (options) => {
    const port = new SerialPortMock(options);
    made.push({ port, options });
    return port;
  };
  const line = await openSerial(path, CCID_LINE, makePort);
  const [first] = made;
  if (first === undefined) throw new Error("nobody made a port");
  return { line, ...first };
}

function lineIn(result: Awaited<ReturnType<typeof openSerial>>): Transport {
  if (isProblem(result)) throw new Error(result.message);
  return result;
}

/** The mock has no other end: it is told what was written, and says what a reader would. */
async function join(): Promise<JoinedLine> {
  binding.createPort(PATH);
  const { line, port } = await opened();
  const hardware = hardwareOf(port);
  return {
    line: lineIn(line),
    onPiece(listener) {
      const write = hardware.write.bind(hardware);
      hardware.write = async (bytes) => {
        await write(bytes);
        listener(Uint8Array.from(bytes));
      };
    },
    say: (bytes) => hardware.emitData(Buffer.from(bytes)),
    leave: () => port._disconnected(new Error("Reading from COM port (ReadIOCompletion): Operation aborted")),
  };
}

/** What the bindings of serialport say when they cannot open a port. */
const reasons: readonly { readonly says: string; readonly code: string; readonly message: string }[] = [
  { says: "Error: No such file or directory, cannot open /dev/ttyTEST", code: "no-port", message: "no such port" },
  { says: "Opening COM9: File not found", code: "no-port", message: "no such port" },
  { says: "Error: Permission denied, cannot open /dev/ttyTEST", code: "no-permission", message: "may not open it" },
  { says: "Opening COM9: Access denied", code: "no-permission", message: "may not open it" },
  {
    says: "Error Resource temporarily unavailable Cannot lock port",
    code: "port-in-use",
    message: "another program holds it",
  },
  {
    says: "Error: Inappropriate ioctl for device setting custom baud rate of 115200",
    code: "no-serial-port",
    message: "that is no serial port",
  },
  { says: "Error: Is a directory, cannot open /tmp", code: "cannot-open", message: "Is a directory" },
];

describe("a serial line", () => {
  transportContract(join);

  it("is opened as a CCID reader expects it, with RTS low, and named by its port", async () => {
    binding.createPort(PATH);
    const { line, port, options } = await opened();
    expect(options).toEqual({
      path: PATH,
      baudRate: 115_200,
      stopBits: 2,
      dataBits: 8,
      parity: "none",
      autoOpen: false,
    });
    expect(lineIn(line).name).toBe(PATH);
    expect(port.isOpen).toBe(true);
    await lineIn(line).close();
    expect(port.isOpen).toBe(false);
  });

  it("lets others have the port once it is closed", async () => {
    binding.createPort(PATH);
    await lineIn((await opened()).line).close();
    await lineIn((await opened()).line).close();
  });

  it("says so when another program holds the port", async () => {
    binding.createPort(PATH);
    const { line } = await opened();
    expect((await opened()).line).toMatchObject({
      code: "port-in-use",
      message: `${PATH} cannot be opened: another program holds it`,
      fix: expect.stringContaining("end the other program"),
    });
    await lineIn(line).close();
  });

  it("gives a problem when there is no such port", async () => {
    const { line } = await opened("/dev/ttyNONE");
    expect(line).toMatchObject({ message: expect.stringContaining("/dev/ttyNONE cannot be opened") });
  });

  it.each(reasons)("that cannot be opened, '$says', is $code", async ({ says, code, message }) => {
    const makePort: MakePort = (options) => {
      const port = new SerialPortMock(options);
      port.open = (done) => done?.(new Error(says));
      return port;
    };
    const problem = await openSerial(PATH, CCID_LINE, makePort);
    expect(problem).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(problem).toHaveProperty("fix", expect.stringMatching(/.{10}/));
  });

  it("gives a problem when the package cannot be loaded", async () => {
    const makePort: MakePort = () => {
      throw new Error("No native build was found");
    };
    expect(await openSerial(PATH, CCID_LINE, makePort)).toMatchObject({
      code: "no-serialport",
      message: expect.stringContaining("No native build was found"),
    });
  });

  it("is gone when its cable is pulled", async () => {
    const { line, leave } = await join();
    const ended = new Promise((resolve) => {
      line.onEnd(resolve);
    });
    leave();
    expect(await ended).toMatchObject({ code: "port-gone", message: expect.stringContaining("Operation aborted") });
  });
});
