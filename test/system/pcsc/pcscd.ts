import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { plainEnvironment } from "./command.ts";
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

/** The real pcscd with the vpcd driver, in namespaces of its own; without root in a user namespace as well. */
export async function openPcscd(): Promise<Stack> {
  requirePackages();
  const folder = ownFolder();
  writeFileSync(join(folder.path, "vpcd"), READER_DEFINITION);
  const isRoot = process.getuid?.() === 0;
  const env = plainEnvironment(folder.path);
  const outside = { prefix: ["unshare", ...(isRoot ? [] : ["--map-root-user"]), "--mount", "--net"], env };
  const daemon = new Conversation(outside, "bash", ["-c", PCSCD_INSIDE, "pcscd", folder.path]);
  const close = async (): Promise<void> => {
    await daemon.end();
    folder.remove();
  };
  try {
    await daemon.until(/daemon ready/);
  } catch (error) {
    await close();
    throw error;
  }
  const asRoot = isRoot ? [] : ["--user", "--preserve-credentials"];
  return {
    readers: ["Virtual PCD 00 00", "Virtual PCD 00 01"],
    surroundings: { prefix: ["nsenter", "--target", String(daemon.pid), ...asRoot, "--mount", "--net"], env },
    cardOptions: ["--vpcd"],
    close,
  };
}
