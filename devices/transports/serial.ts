import type { Duplex } from "node:stream";
import { StreamTransport } from "./stream-transport.ts";
import type { Transport } from "./transport.ts";
import type { TransportProblem } from "./transport-problem.ts";

/** The line settings of a CCID reader: 8 bits, no parity, two stop bits (firmware-validation.md §2). */
export interface SerialSettings {
  readonly baudRate: number;
  readonly stopBits: 1 | 2;
}

/** 115,200 bit/s and two stop bits, as the public driver sets them. */
export const CCID_LINE: SerialSettings = { baudRate: 115_200, stopBits: 2 };

/** Rates in use; another one is a slip of the finger more often than a wish. */
export const BAUD_RATES = [9_600, 19_200, 38_400, 57_600, 115_200, 230_400, 460_800, 921_600] as const;

/** What of a serialport is used beyond its being a stream. */
export interface SerialPortLike extends Duplex {
  open(done: (error: Error | null) => void): void;
  set(lines: { readonly rts: boolean; readonly dtr: boolean }, done: (error: Error | null) => void): void;
  flush(done: (error: Error | null) => void): void;
  close(done: (error: Error | null) => void): void;
  readonly isOpen: boolean;
}

/** What a port is opened with. */
export interface SerialPortOptions extends SerialSettings {
  readonly path: string;
  readonly dataBits: 8;
  readonly parity: "none";
  readonly autoOpen: false;
}

/** Makes a port that is not open yet. */
export type MakePort = (options: SerialPortOptions) => SerialPortLike | Promise<SerialPortLike>;

/** The package is loaded when a port is asked for: most commands never need it. */
const realPort: MakePort = async (options) => {
  const { SerialPort } = await import("serialport");
  return new SerialPort(options);
};

/**
 * Opens a serial port. One that cannot be opened gives a problem that says what was tried and what to look at. RTS stays
 * low where there is one, so that a reader does not send its plug-and-play text (§2); a pseudo terminal has none.
 */
export async function openSerial(
  path: string,
  settings: SerialSettings = CCID_LINE,
  makePort: MakePort = realPort,
): Promise<Transport | TransportProblem> {
  let port: SerialPortLike;
  try {
    port = await makePort({ path, ...settings, dataBits: 8, parity: "none", autoOpen: false });
  } catch (error) {
    return cannotLoad(error);
  }
  const failure = await new Promise<Error | null>((done) => port.open(done));
  if (failure !== null) return cannotOpen(path, failure);
  await new Promise<void>((done) => port.set({ rts: false, dtr: true }, () => done()));
  await new Promise<void>((done) => port.flush(() => done()));
  return lineOver(path, port);
}

/** A line over an open port; it ends when the port is closed, or is gone. */
function lineOver(path: string, port: SerialPortLike): Transport {
  let isClosing = false;
  const shut = async (): Promise<void> => {
    isClosing = true;
    if (port.isOpen) await new Promise<void>((done) => port.close(() => done()));
  };
  const line = new StreamTransport(path, { readable: port, writable: port, shut });
  port.on("error", (error: Error) => line.end(unplugged(path, error)));
  port.on("close", (error: Error | null) => line.end(isClosing ? undefined : unplugged(path, error)));
  return line;
}

function cannotLoad(error: unknown): TransportProblem {
  return {
    code: "no-serialport",
    message: `the package serialport cannot be loaded: ${textOf(error)}`,
    fix: "run npm install again on this machine; it brings the binding for this system",
  };
}

/** What each reason of the operating system means to a person; the first that fits. */
const OPENING: readonly (readonly [RegExp, string, string, string])[] = [
  [
    /ENOENT|no such file|cannot find|File not found/i,
    "no-port",
    "there is no such port",
    "look at the cable, and at the name: ls /dev/tty* or the device manager",
  ],
  [
    /EACCES|EPERM|permission|access denied/i,
    "no-permission",
    "this user may not open it",
    "add the user to the group of the port (dialout), or close the program that holds it",
  ],
  [
    /EBUSY|lock|in use|temporarily unavailable/i,
    "port-in-use",
    "another program holds it",
    "end the other program (pcscd, a terminal, another run) and try again",
  ],
  [
    /ENOTTY|inappropriate|not a tty/i,
    "no-serial-port",
    "that is no serial port",
    "name the port of the reader, /dev/ttyUSB0 or COM3",
  ],
];

function cannotOpen(path: string, error: Error): TransportProblem {
  const row = OPENING.find(([pattern]) => pattern.test(error.message));
  const [, code, what, fix] = row ?? [
    undefined,
    "cannot-open",
    textOf(error),
    "look at the cable and at the settings of the port",
  ];
  return { code, message: `${path} cannot be opened: ${what}`, fix };
}

function unplugged(path: string, error: Error | null): TransportProblem {
  return {
    code: "port-gone",
    message: `${path} is gone: ${error === null ? "it was closed from outside" : textOf(error)}`,
    fix: "look at the cable and at the power of the reader, and start again",
  };
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
