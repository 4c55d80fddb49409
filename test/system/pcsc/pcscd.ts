import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { plainEnvironment, type Surroundings } from "./command.ts";
import { Conversation } from "./conversation.ts";
import { requirePackages } from "./packages.ts";
import { PCSCD_INSIDE } from "./pcscd-inside.ts";
import { ownFolder, type Stack } from "./stack.ts";

/** The reader definition Debian installs (virtual-pcsc.md §2). */
const READER_DEFINITION = `FRIENDLYNAME "Virtual PCD"
DEVICENAME   /dev/null:0x8C7B
LIBPATH      /usr/lib/pcsc/drivers/serial/libifdvpcd.so
CHANNELID    0x8C7B
`;

/** A pcscd that runs. */
export interface Pcscd {
  readonly surroundings: Surroundings;
  /** What it and its drivers say. */
  readonly daemon: Conversation;
}

/**
 * Starts the real pcscd in namespaces of its own; without root in a user namespace as well. `folder` holds its reader
 * definitions and nothing else that looks like one.
 */
export async function startPcscd(folder: string): Promise<Pcscd> {
  const isRoot = process.getuid?.() === 0;
  const env = plainEnvironment(folder);
  const outside = { prefix: ["unshare", ...(isRoot ? [] : ["--map-root-user"]), "--mount", "--net"], env };
  const daemon = new Conversation(outside, "bash", ["-c", PCSCD_INSIDE, "pcscd", folder]);
  try {
    await daemon.until(/daemon ready/);
  } catch (error) {
    await daemon.end();
    throw error;
  }
  const asRoot = isRoot ? [] : ["--user", "--preserve-credentials"];
  const prefix = ["nsenter", "--target", String(daemon.pid), ...asRoot, "--mount", "--net"];
  return { daemon, surroundings: { prefix, env } };
}

/** The real pcscd with the vpcd driver. */
export async function openPcscd(): Promise<Stack> {
  requirePackages();
  const folder = ownFolder();
  writeFileSync(join(folder.path, "vpcd"), READER_DEFINITION);
  try {
    const { daemon, surroundings } = await startPcscd(folder.path);
    return {
      readers: ["Virtual PCD 00 00", "Virtual PCD 00 01"],
      surroundings,
      cardOptions: ["--vpcd"],
      close: async () => {
        await daemon.end();
        folder.remove();
      },
    };
  } catch (error) {
    folder.remove();
    throw error;
  }
}
