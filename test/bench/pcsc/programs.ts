import { fileURLToPath } from "node:url";
import { plainEnvironment, runProgram } from "../../system/pcsc/command.ts";
import { NotMeasured } from "../figure.ts";

/** Programs in C of this folder, and what they are linked with. */
const LIBRARIES = { client: ["-lpcsclite", "-lpthread"], "trivial-card": [] } as const;
/** What `setpriv`, which starts every program here, says of one that is not there. */
const NO_SUCH_PROGRAM = 127;

/** Compiles a program of this folder into another one and returns its path. */
export async function compiled(program: keyof typeof LIBRARIES, folder: string): Promise<string> {
  if (process.platform !== "linux") throw new NotMeasured("Linux");
  const path = `${folder}/${program}`;
  const source = fileURLToPath(new URL(`${program}.c`, import.meta.url));
  const options = ["-O2", "-Wall", "-Wextra", "-Werror", "-I/usr/include/PCSC", "-o", path, source];
  const surroundings = { prefix: [], env: plainEnvironment(folder) };
  const { code, stderr } = await runProgram(surroundings, "cc", [...options, ...LIBRARIES[program]]);
  if (code === NO_SUCH_PROGRAM || stderr.includes("winscard.h: No such file"))
    throw new NotMeasured("a C compiler and libpcsclite (Debian: gcc, libpcsclite-dev)");
  if (code !== 0) throw new Error(`cc ${program}.c: ${stderr.slice(-2_000)}`);
  return path;
}
