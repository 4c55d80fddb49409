import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { plainEnvironment, runProgram, type Surroundings } from "../../system/pcsc/command.ts";
import { Conversation } from "../../system/pcsc/conversation.ts";
import { PCSCD_INSIDE } from "../../system/pcsc/pcscd-inside.ts";
import { NotMeasured } from "../figure.ts";

const DRIVER = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so";
/** What has to be there, and the Debian package that brings it. */
const NEEDED = [
  { file: "/usr/sbin/pcscd", debian: "pcscd" },
  { file: DRIVER, debian: "vsmartcard-vpcd" },
  { file: "/sbin/ip", debian: "iproute2" },
  { file: "/usr/bin/nsenter", debian: "util-linux" },
] as const;

/** Ports and names of the four slots: the driver has two (virtual-pcsc.md §2), a copy of it under another name two more. */
export const SLOTS = {
  trivialC: { port: 35_963, reader: "Trivial 00 00" },
  trivialNode: { port: 35_964, reader: "Trivial 00 01" },
  ours: { port: 35_965, reader: "Ours 00 00" },
} as const;

/** pcscd at work, and how programs get to it. */
export interface Pcscd {
  readonly surroundings: Surroundings;
  close(): Promise<void>;
}

/** Starts the real pcscd with vpcd in namespaces of its own; `placed` is put before everything that runs there. */
export async function openPcscd(folder: string, placed: readonly string[]): Promise<Pcscd> {
  const env = plainEnvironment(folder);
  await requireThem(env);
  const configuration = `${folder}/readers`;
  mkdirSync(configuration, { recursive: true });
  copyFileSync(DRIVER, `${folder}/another-driver.so`);
  const definition = (name: string, library: string, port: number): void =>
    writeFileSync(
      `${configuration}/${name}`,
      `FRIENDLYNAME "${name}"\nDEVICENAME /dev/null:${port}\nLIBPATH ${library}\nCHANNELID ${port}\n`,
    );
  definition("Trivial", DRIVER, SLOTS.trivialC.port);
  definition("Ours", `${folder}/another-driver.so`, SLOTS.ours.port);
  const prefix = [...placed, "unshare", "--mount", "--net"];
  const daemon = new Conversation({ prefix, env }, "bash", ["-c", PCSCD_INSIDE, "pcscd", configuration]);
  try {
    await daemon.until(/daemon ready/);
  } catch (error) {
    await daemon.end();
    throw error;
  }
  const inside = ["nsenter", "--target", String(daemon.pid), "--mount", "--net"];
  return { surroundings: { prefix: [...placed, ...inside], env }, close: () => daemon.end() };
}

async function requireThem(env: Surroundings["env"]): Promise<void> {
  const missing = NEEDED.filter(({ file }) => !existsSync(file)).map(({ debian }) => debian);
  if (missing.length > 0) throw new NotMeasured(`${missing.join(", ")} (Debian packages)`);
  const { code } = await runProgram({ prefix: [], env }, "unshare", ["--mount", "--net", "true"]);
  if (code !== 0) throw new NotMeasured("root, for a namespace with a loopback of its own (unshare --mount --net)");
}
