import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainEnvironment } from "../system/pcsc/command.ts";
import { Conversation } from "../system/pcsc/conversation.ts";
import { NotMeasured } from "./figure.ts";

/** Two pseudo terminals that are joined, as two serial ports with a cable between them. */
export interface PtyPair {
  readonly a: string;
  readonly b: string;
  close(): Promise<void>;
}

/** Joins two pseudo terminals with socat. */
export async function ptyPair(): Promise<PtyPair> {
  const folder = mkdtempSync(join(tmpdir(), "bench-pty-"));
  const [a, b] = [join(folder, "a"), join(folder, "b")];
  const ends = [a, b].map((path) => `pty,raw,echo=0,link=${path}`);
  const socat = new Conversation({ prefix: [], env: plainEnvironment(folder) }, "socat", ["-d", "-d", ...ends]);
  const close = async (): Promise<void> => {
    await socat.end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await socat.until(/starting data transfer loop/);
  } catch {
    await close();
    throw new NotMeasured("socat");
  }
  return { a, b, close };
}
