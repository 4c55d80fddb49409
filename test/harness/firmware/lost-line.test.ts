import { describe, expect, it } from "vitest";
import type { TransportProblem } from "../../../devices/transports/transport-problem.ts";
import { planFor, runSuite } from "../../../harness/firmware/run-suite.ts";
import { stubSubject } from "../../../harness/firmware/stub-subject.ts";
import type { FirmwareSubject } from "../../../harness/firmware/subject.ts";

const PROBLEM: TransportProblem = { code: "port-gone", message: "/dev/ttyUSB0 is gone", fix: "look at the cable" };

/** The reference, unplugged as soon as so many frames were sent to it. */
function unpluggedAfter(frames: number): FirmwareSubject {
  const subject = stubSubject("unplugged", { ja: "抜けたケーブル", en: "a cable that was pulled" });
  const listeners: ((problem: TransportProblem) => void)[] = [];
  const host = subject.host;
  if (host === undefined) throw new Error("the reference has a line");
  let sent = 0;
  return {
    ...subject,
    host: {
      ...host,
      send(bytes) {
        if (sent++ < frames) return host.send(bytes);
        if (sent === frames + 1) for (const listener of listeners) listener(PROBLEM);
      },
    },
    onLost: (listener) => listeners.push(listener),
  };
}

describe("a line that ends in the middle of a run", () => {
  it("fails the check under way at once, and nothing more is asked", async () => {
    const subject = unpluggedAfter(20);
    const told: string[] = [];
    const record = await runSuite(subject, planFor(subject), 1, ({ id }) => told.push(id));
    const judged = record.scenarios.flatMap(({ checks }) => checks);
    expect(judged.map(({ id }) => id)).toEqual(told);
    expect(judged.at(-1)?.finding.verdict).toBe("fail");
    expect(judged.at(-1)?.finding.observed.en).toContain("/dev/ttyUSB0 is gone");
    expect(judged.slice(0, -1).every(({ finding }) => finding.verdict === "pass")).toBe(true);
    expect([record.complete, record.verdict]).toEqual([false, "fail"]);
    expect(record.scenarios.map(({ defect }) => defect)).toEqual(record.scenarios.map(() => undefined));
  });

  it("that ended before the first check leaves nothing judged", async () => {
    const subject = {
      ...unpluggedAfter(0),
      onLost: (listener: (problem: TransportProblem) => void) => listener(PROBLEM),
    };
    const record = await runSuite(subject, planFor(subject), 1, () => {});
    expect([record.complete, record.scenarios]).toEqual([false, []]);
  });
});
