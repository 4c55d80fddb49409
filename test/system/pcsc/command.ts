import { spawn } from "node:child_process";

/** A program that ran to its end. */
export interface Ended {
  /** Exit code; null when it was killed, as one that hangs is. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a program is started. */
export interface Surroundings {
  /** Words before every command line: what leads into a namespace. */
  readonly prefix: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** No check takes longer; a program that does hangs. */
const HANGS_AFTER_MS = 20_000;

/** The kernel ends what we started when we are killed ourselves, so that no run leaves anything behind. */
const ENDS_WITH_US = ["setpriv", "--pdeathsig", "KILL"] as const;

/** What every program of a check sees of the machine: nothing of whoever runs the suite, and English words. */
export function plainEnvironment(home: string): Readonly<Record<string, string>> {
  return { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", HOME: home, LC_ALL: "C.UTF-8" };
}

/** Starts a program; `stdin` is open until somebody closes it. */
export function startProgram({ prefix, env }: Surroundings, program: string, args: readonly string[]) {
  const [first, ...rest] = [...ENDS_WITH_US, ...prefix, program, ...args];
  return spawn(first ?? program, rest, { env, stdio: "pipe" });
}

/** Runs a program to its end. It never hangs: after its time it is killed, and its code is null. */
export function runProgram(
  surroundings: Surroundings,
  program: string,
  args: readonly string[],
  input = "",
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = startProgram(surroundings, program, args);
    const deadline = setTimeout(() => child.kill("SIGKILL"), HANGS_AFTER_MS);
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      clearTimeout(deadline);
      resolve({ code, stdout, stderr });
    });
    child.stdin.on("error", () => {}); // a program that does not read what it is told
    child.stdin.end(input);
  });
}
