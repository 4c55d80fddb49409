import { type ChildProcess, spawn } from "node:child_process";
import type { Duplex, Readable, Writable } from "node:stream";
import { StreamTransport } from "../../../devices/transports/stream-transport.ts";
import { type Timers, wallTimers } from "../../../devices/transports/timers.ts";
import type { TransportProblem } from "../../../devices/transports/transport-problem.ts";
import { Defect } from "../../../simulator/kernel/errors.ts";
import { ConfigurationError } from "../../configuration-error.ts";
import type { Ics } from "../../firmware/ics.ts";
import type { FirmwareSubject } from "../../firmware/subject.ts";
import { TextLines } from "../text-lines.ts";
import { splitCommand } from "./command-line.ts";
import { benchAnswers, firstAnswer, whyNot } from "./first-answer.ts";
import { wallSubject } from "./wall-subject.ts";

/** A program whose stdin ended may tidy up for this long before it is killed, ms. */
const LAST_WORDS_MS = 2_000;
/** Where a program finds its bench port. */
const BENCH_DESCRIPTOR = 3;

/** The streams of a child that was started with pipes for all four. */
interface Pipes {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  readonly bench: Duplex;
}

/**
 * Starts firmware as a program: CCID on its stdin and stdout, the bench port on descriptor 3, both ways, if it answers
 * there. `report` is told each line of its stderr, and when there is no bench port. The command is read by us and by no
 * shell. Throws a ConfigurationError that says what was tried when the program cannot be started, ends at once, or does
 * not speak.
 */
export async function openExecSubject(
  command: string,
  ics: Ics,
  report: (line: string) => void,
  timers: Timers = wallTimers,
): Promise<FirmwareSubject> {
  const [program, ...args] = splitCommand("--exec", command);
  const child = await started(program, args);
  const { stdin, stdout, stderr, bench } = pipesOf(child);
  const errors = new TextLines(report);
  stderr.on("data", (bytes: Uint8Array) => errors.push(bytes));
  const host = new StreamTransport(program, { readable: stdout, writable: stdin, shut: () => ended(child, timers) });
  const benchLine = new StreamTransport(`bench port of ${program}`, {
    readable: bench,
    writable: bench,
    shut: async () => {},
  });
  child.once("close", (code, signal) => host.end(overProblem(program, signal ?? code, errors)));
  const why = whyNot(await firstAnswer(host, timers));
  if (why !== undefined) {
    await host.close();
    const how = child.exitCode === null ? "" : ` with exit code ${child.exitCode}`;
    throw new ConfigurationError(
      `${command}: ${why}${why === "it ended" ? how : ""}${lastLines(errors)}`,
      "speak CCID on stdin and stdout, the bench port on descriptor 3 (docs/bench-port.md), and write everything else to stderr",
    );
  }
  const title = { ja: `プログラム ${program}`, en: `the program ${program}` };
  const subject = { id: `exec:${program}`, title, ics, host };
  if (await benchAnswers(benchLine, timers)) return wallSubject({ ...subject, bench: benchLine });
  report("nobody answers on descriptor 3: no bench port, and no check that needs one");
  return wallSubject(subject);
}

function started(program: string, args: readonly string[]): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe", "pipe"], windowsHide: true });
    child.once("error", (error: NodeJS.ErrnoException) => reject(cannotStart(program, error)));
    child.once("spawn", () => resolve(child));
  });
}

function cannotStart(program: string, { code, message }: NodeJS.ErrnoException): ConfigurationError {
  const [what, fix] =
    code === "ENOENT"
      ? ["there is no such program", "build it first, and give its path from here: ./build/ccid-stub"]
      : code === "EACCES"
        ? ["this user may not run it", "make it executable: chmod +x"]
        : [message, "check its name and that it is built for this machine"];
  return new ConfigurationError(`cannot start ${program}: ${what}`, fix);
}

function pipesOf({ stdin, stdout, stderr, stdio }: ChildProcess): Pipes {
  const bench = stdio[BENCH_DESCRIPTOR];
  if (stdin === null || stdout === null || stderr === null || !isDuplex(bench))
    throw new Defect("a child was started without its pipes");
  return { stdin, stdout, stderr, bench };
}

const isDuplex = (stream: unknown): stream is Duplex =>
  typeof stream === "object" && stream !== null && "write" in stream && "read" in stream;

/** Ends the program as a host that goes away does, and by force when it does not listen. */
function ended(child: ChildProcess, timers: Timers): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    const cancelTimer = timers.after(LAST_WORDS_MS, () => child.kill("SIGKILL"));
    child.once("exit", () => {
      cancelTimer();
      done();
    });
    child.stdin?.end();
  });
}

function overProblem(program: string, how: string | number | null, errors: TextLines): TransportProblem {
  const what = typeof how === "string" ? `signal ${how}` : `exit code ${how}`;
  return {
    code: "program-ended",
    message: `${program} ended with ${what}${lastLines(errors)}`,
    fix: "the last check shows what it was asked before",
  };
}

const lastLines = ({ last }: TextLines): string => (last.length === 0 ? "" : `; it wrote: ${last.join(" | ")}`);
