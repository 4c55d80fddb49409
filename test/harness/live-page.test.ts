import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scenarioByName } from "../../harness/catalogue.ts";
import type { DeskReport, DeskTask } from "../../harness/desk.ts";
import { readDeskReport, readDeskTask } from "../../harness/desk-reading.ts";
import { LiveRun } from "../../harness/live-run.ts";
import { decodeMessage, siquc01 } from "../../simulator/messages/index.ts";
import { writeText } from "../../simulator/messages/text.ts";
import { root } from "../architecture/source-files.ts";
import { keptRun, picturesFor } from "./runs.ts";

const page = readFileSync(join(root, "docs/live.md"), "utf8");
const blocks = (language: string): readonly string[] =>
  Array.from(page.matchAll(new RegExp(`^\`\`\`${language}\\n([^\`]*)^\`\`\``, "gm")), ([, text = ""]) => text);
const lines = blocks("json").flatMap((block) => block.trim().split("\n"));
const [request = ""] = blocks("xml");

/** A live run, and the tasks it posts so far. */
async function live(
  id: string,
): Promise<{ readonly run: LiveRun; readonly tasks: Omit<DeskTask, "scenario" | "facility">[] }> {
  const scenario = scenarioByName(id);
  const tasks: Omit<DeskTask, "scenario" | "facility">[] = [];
  const plan = { scenario, seed: scenario.seed, pictures: await picturesFor(scenario, scenario.seed) };
  return { run: new LiveRun(plan, "live", (task) => tasks.push(task)), tasks };
}

/** Every task of a scenario, to somebody who reports each finished and does nothing. */
async function tasksOf(id: string) {
  const { run, tasks } = await live(id);
  for (let done = 0; !run.over; ) {
    for (; done < tasks.length; done++) run.apply({ input: "finished", task: done + 1 });
    run.advanceTo(run.run.world.clock.nowMs + 1_000);
  }
  return tasks;
}

describe("docs/live.md", () => {
  it("shows tasks and reports, no other JSON but a line of a trace", () => {
    const of = (key: string) => lines.filter((line) => key in JSON.parse(line)).length;
    expect({ lines: lines.length, tasks: of("step"), reports: of("act") + of("finished"), traces: of("pco") }).toEqual({
      lines: 12,
      tasks: 6,
      reports: 5,
      traces: 1,
    });
  });

  it.each(lines.filter((line) => line.includes('"step":')))("shows a task as the desk posts it: %s", async (line) => {
    const { scenario, facility, atMs: _moment, ...task } = readDeskTask(line) as DeskTask;
    expect(facility).toBe("9910000018");
    expect(await tasksOf(scenario)).toContainEqual({ ...task, atMs: expect.any(Number) });
  });

  it.each(lines.filter((line) => line.includes('"act":{')))(
    "shows an act as the reference reports it: %s",
    async (line) => {
      const report = readDeskReport(line) as DeskReport;
      const act = "act" in report ? report.act : expect.unreachable();
      const { trace } = await keptRun(scenarioByName(report.scenario));
      const acts = trace.crossings.filter(({ pco }) => pco === "subject.act").map(({ message }) => message);
      const items = act.act === "imported" ? { items: expect.objectContaining(act.items) } : {};
      expect(acts).toContainEqual({ ...act, ...items });
    },
  );

  it("has a request to send by hand that is answered valid while C07 waits", async () => {
    const { run } = await live("C07");
    run.apply({ input: "request", name: "OQSsiquc01req_HAND0001.xml", bytes: writeText(request, "Shift_JIS") });
    run.advanceTo(run.run.world.clock.nowMs + 30_000);
    const result = run.run.world.folders.read("res", "OQSsiquc01res_HAND0001.xml");
    expect(decodeMessage(siquc01.answer, result?.bytes ?? new Uint8Array())).toMatchObject({
      ok: true,
      record: { MessageBody: { QualificationValidity: "1" } },
    });
  });
});
