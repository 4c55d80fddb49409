import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Timers } from "../../../../devices/transports/timers.ts";
import type { TransportProblem } from "../../../../devices/transports/transport-problem.ts";
import { ConfigurationError } from "../../../../harness/configuration-error.ts";
import { openExecSubject } from "../../../../harness/edges/firmware/exec-subject.ts";
import { sequenceNumber } from "../../../../harness/firmware/checks/cc/cc-03-sequence-number.ts";
import { referenceIcs } from "../../../../harness/firmware/reference-ics.ts";
import { runSuite } from "../../../../harness/firmware/run-suite.ts";
import type { FirmwareSubject } from "../../../../harness/firmware/subject.ts";
import { MisuseError } from "../../../../simulator/kernel/errors.ts";
import * as programs from "./programs.ts";

/** One slot: what is asked before each check is asked once. */
const ics = { ...referenceIcs, slots: 1, contactSlot: 0, echo: false };

/** Time that never passes for the first waits, and is up at once for those behind them. */
function hurriedAfter(patientWaits: number): Timers {
  let waits = 0;
  return {
    after: (_delayMs, run) => {
      if (waits++ < patientWaits) return () => {};
      const waiting = setImmediate(run);
      return () => clearImmediate(waiting);
    },
  };
}

const opened = (command: string) => openExecSubject(command, ics, () => {});

async function problemOf(opening: Promise<unknown>): Promise<ConfigurationError> {
  const error = await opening.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof ConfigurationError) return error;
  throw new Error(`expected a ConfigurationError, got ${String(error)}`);
}

const lossOf = ({ onLost }: FirmwareSubject): Promise<TransportProblem> => new Promise((resolve) => onLost?.(resolve));

/** Runs one check that only asks for the slot's status. */
const judged = async (command: string) => {
  const subject = await opened(command);
  const plan = { checks: [sequenceNumber], notApplicable: [] };
  const record = await runSuite(subject, plan, 1, () => {});
  await subject.close();
  return record;
};

describe("firmware as a program", () => {
  it("is asked over its pipes and passes what it keeps", async () => {
    expect((await judged(programs.answers)).verdict).toBe("pass");
  });

  it("has lines for the host and for the bench", async () => {
    const subject = await opened(programs.answers);
    expect(subject.host).toBeDefined();
    expect(subject.bench).toBeDefined();
    expect(subject.problem()).toBeUndefined();
    await subject.close();
    expect(subject.problem()).toBeUndefined();
  });

  it("without a bench port is judged without one, and that is said", async () => {
    const lines: string[] = [];
    const subject = await openExecSubject(programs.hasNoBench, ics, (line) => lines.push(line), hurriedAfter(1));
    expect(subject.bench).toBeUndefined();
    expect(lines).toEqual(["nobody answers on descriptor 3: no bench port, and no check that needs one"]);
    await subject.close();
  });

  it("that is not there is named, with what to do", async () => {
    const { message, fix } = await problemOf(opened("./no-such-stub --fast"));
    expect(message).toBe("cannot start ./no-such-stub: there is no such program");
    expect(fix).toContain("build it first");
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === undefined)(
    "that may not be run is named, with what to do",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "firmware-"));
      writeFileSync(join(folder, "stub"), "", { mode: 0o600 });
      const { message, fix } = await problemOf(opened(`"${join(folder, "stub")}"`));
      rmSync(folder, { recursive: true });
      expect(message).toContain("this user may not run it");
      expect(fix).toContain("chmod");
    },
  );

  it("that ends at once is told with its exit code and its last words", async () => {
    const { message } = await problemOf(opened(programs.endsAtOnce));
    expect(message).toContain("it ended with exit code 3; it wrote: no such device");
  });

  it("that never answers is given up and killed, though it does not listen", async () => {
    const opening = openExecSubject(programs.neverAnswers, ics, () => {}, hurriedAfter(0));
    expect((await problemOf(opening)).message).toContain("does not answer GetSlotStatus within 5000 ms");
  });

  it("that says something else than frames is shown what it said", async () => {
    let timeIsUp: () => void = () => {};
    const patient: Timers = {
      after: (_delayMs, run) => {
        timeIsUp = run;
        return () => {};
      },
    };
    const { message } = await problemOf(openExecSubject(programs.babbles, ics, () => timeIsUp(), patient));
    expect(message).toContain("bytes that are no frame: 68 65 6C 6C 6F 20");
  });

  it("that floods its host fails its check and does no harm", async () => {
    const [set] = (await judged(programs.floods)).scenarios;
    expect(set?.verdict).toBe("fail");
    expect(set?.defect).toBeUndefined();
  });

  it("that floods its stderr is heard to a bound", async () => {
    const lines: string[] = [];
    let full: () => void = () => {};
    const filled = new Promise<void>((resolve) => {
      full = resolve;
    });
    const subject = await openExecSubject(programs.complains, ics, (line) => {
      lines.push(line);
      if (line.includes("left out")) full();
    });
    await filled;
    await subject.close();
    expect(lines).toHaveLength(2_001);
  });

  it("that ends in the middle of a run is told with its exit code and its last words", async () => {
    const subject = await opened(programs.endsAtSecond);
    subject.host?.send(Uint8Array.of(0));
    expect((await lossOf(subject)).message).toContain("ended with exit code 7; it wrote: assertion failed: line 42");
    await subject.close();
  });

  it("is not looked for when the command cannot be read", async () => {
    await expect(opened("'stub")).rejects.toThrow(MisuseError);
  });
});
