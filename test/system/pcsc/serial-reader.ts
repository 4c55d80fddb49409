import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReaderModelId } from "../../../devices/ccid-reader/models.ts";
import { root } from "../../architecture/source-files.ts";
import { plainEnvironment, runProgram } from "./command.ts";
import { Conversation } from "./conversation.ts";
import { requirePackages } from "./packages.ts";
import { startPcscd } from "./pcscd.ts";
import { untilReaders } from "./readers.ts";
import { laySerialLine, type SerialLine } from "./serial-line.ts";
import { ownFolder, type Table } from "./stack.ts";

/** The driver of Debian's libccid for readers on serial ports. */
const DRIVER = "/usr/lib/pcsc/drivers/serial/libccidtwin.so";

/** What pcscd calls the slots: the name, the number of the reader, the number of the slot. */
export const SERIAL_READER = "Madoguchi serial";

/** A definition for pcscd: the driver reads the type of the device behind the colon. */
export const serialReaderDefinition = (path: string, type: string): string => `FRIENDLYNAME "${SERIAL_READER}"
DEVICENAME   ${path}:${type}
LIBPATH      ${DRIVER}
CHANNELID    1
`;

/** An emulated reader on a serial line with pcscd at the other end, laid like any other table of cards. */
export interface SerialTable extends Table {
  readonly line: SerialLine;
  readonly daemon: Conversation;
}

/** Starts line, reader and pcscd; `type` is the driver's word for the reader, `options` are `madoguchi reader`'s. */
export async function laySerialReader(
  type: string,
  model: ReaderModelId,
  ...options: readonly string[]
): Promise<SerialTable> {
  requirePackages();
  await using laid = new AsyncDisposableStack();
  const folder = ownFolder();
  laid.defer(folder.remove);
  const outside = { prefix: [], env: plainEnvironment(folder.path) };
  const line = await laySerialLine(outside, folder.path);
  laid.defer(line.end);
  const args = [join(root, "harness/cli.ts"), "reader", "--serial", line.reader, "--as", model, "--lang", "en"];
  const cards = new Conversation(outside, process.execPath, [...args, ...options]);
  laid.defer(() => cards.end());
  await cards.until(/to end\n/);
  const definitions = join(folder.path, "readers");
  mkdirSync(definitions);
  writeFileSync(join(definitions, "serial"), serialReaderDefinition(line.host, type));
  const { daemon, surroundings } = await startPcscd(definitions);
  laid.defer(() => daemon.end());
  const ends = laid.move();
  return {
    readers: [`${SERIAL_READER} 00 00`, `${SERIAL_READER} 00 01`],
    folder: folder.path,
    cards,
    line,
    daemon,
    run: (program, args, input) => runProgram(surroundings, program, args, input),
    start(program, args) {
      const conversation = new Conversation(surroundings, program, args);
      ends.defer(() => conversation.end());
      return conversation;
    },
    tell: (text) => cards.say(text),
    seen: (...wanted) => untilReaders(surroundings, (seen) => wanted.every((card, at) => seen[at]?.card === card)),
    [Symbol.asyncDispose]: () => ends.disposeAsync(),
  };
}
