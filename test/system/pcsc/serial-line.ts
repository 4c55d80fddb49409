import { join } from "node:path";
import type { Surroundings } from "./command.ts";
import { Conversation } from "./conversation.ts";

/** Two joined pseudo terminals with an ear between them. */
export interface SerialLine {
  /** Paths of the two ends. */
  readonly host: string;
  readonly reader: string;
  /** All bytes that went over the line so far, in hexadecimal, by where they went. */
  heard(): { readonly toReader: string; readonly toHost: string };
  end(): Promise<void>;
}

/** Lays a line into a folder; socat writes down what goes over it, whoever speaks. */
export async function laySerialLine(surroundings: Surroundings, folder: string): Promise<SerialLine> {
  const [host, reader] = [join(folder, "host"), join(folder, "reader")];
  const ends = [host, reader].map((path) => `pty,raw,echo=0,link=${path}`);
  const socat = new Conversation(surroundings, "socat", ["-d", "-d", "-x", ...ends]);
  await socat.until(/starting data transfer loop/);
  return { host, reader, heard: () => heardIn(socat.text), end: () => socat.end() };
}

/** What `socat -x` wrote: a line with `>` or `<` for the way, then lines of bytes; its own messages are left out. */
function heardIn(text: string): { readonly toReader: string; readonly toHost: string } {
  const heard = { ">": "", "<": "" };
  let way: keyof typeof heard = ">";
  for (const line of text.split("\n")) {
    if (line.startsWith("> ") || line.startsWith("< ")) way = line.startsWith(">") ? ">" : "<";
    else if (/^( [0-9a-f]{2})+\s*$/.test(line)) heard[way] += line.replaceAll(" ", "").trim().toUpperCase();
  }
  return { toReader: heard[">"], toHost: heard["<"] };
}
