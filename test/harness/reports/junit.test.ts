import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { junitReport } from "../../../harness/reports/junit.ts";
import type { RunRecord } from "../../../harness/run-record.ts";
import { exitCodeOf } from "../../../harness/verdict.ts";
import { checks, emptyRun, HOSTILE, passedRun, sampleRun, sampleScenario, sampleTrace } from "./sample-run.ts";

type AttributeName = "name" | "classname" | "type" | "message" | "time" | "tests" | "failures" | "errors" | "skipped";

interface Element {
  readonly name: string;
  readonly attributes: Partial<Record<AttributeName, string>>;
  text: string;
}

/** The elements in document order; throws on anything that is no well-formed XML. */
function elementsOf(xml: string): readonly Element[] {
  const parser = new SaxesParser();
  const elements: Element[] = [];
  const open: Element[] = [];
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, text: "" };
    elements.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const current = open.at(-1);
    if (current !== undefined) current.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  return elements;
}

const named = (elements: readonly Element[], name: string): readonly Element[] =>
  elements.filter((element) => element.name === name);

describe("the JUnit report", () => {
  const elements = elementsOf(junitReport.render(sampleRun, "en"));

  test("has a suite a scenario and a case a check, besides one case for the scenario itself and one for the run", () => {
    expect(named(elements, "testsuite").map(({ attributes }) => attributes.name?.slice(0, 3))).toEqual([
      "C01",
      "C53",
      "C54",
      "C56",
      "C60",
      "run",
    ]);
    expect(named(elements, "testcase")).toHaveLength(8 + 5 + 1);
    expect(elements[0]?.attributes).toMatchObject({ tests: "14", failures: "3", errors: "2", skipped: "1" });
  });

  test("tells a failure with message, expectation, clause, evidence and next step", () => {
    const failure = named(elements, "failure").find(({ attributes }) => attributes.type === "fail");
    expect(failure?.attributes.message).toContain('visit V1 without answer became "confirmed"');
    expect(failure?.text).toContain("Expected: a visit without a usable answer is not confirmed");
    expect(failure?.text).toContain("Clause: eligibility-rules.md §3.7");
    expect(failure?.text).toContain(
      "#2 2026-02-10 09:00:00.040 central.message OQSsiquc01 → error S0001 [Injected faults: server-error]",
    );
    expect(failure?.text).toContain("Next step: treat time-outs");
  });

  test("tells unproved musts as failures, unproved shoulds as skipped, failed shoulds as output, defects as errors", () => {
    expect(named(elements, "failure").map(({ attributes }) => attributes.type)).toEqual([
      "fail",
      "inconclusive",
      "inconclusive",
    ]);
    expect(named(elements, "skipped").map(({ attributes }) => attributes.message)).toEqual(["nobody looked"]);
    expect(named(elements, "system-out")[0]?.text).toContain("warning\nExpected:");
    expect(named(elements, "error").map(({ attributes }) => attributes.type)).toEqual(["error", "incomplete"]);
    expect(named(elements, "error")[0]?.text).toContain("Defect: an instant lies outside the calendar");
  });

  test("carries hostile text as text, without the characters XML has no place for", () => {
    const failure = named(elements, "failure")[0];
    expect(failure?.text).toContain("</script><script>alert(1)</script><!--");
    expect(failure?.text).not.toContain("\u001b");
    expect(HOSTILE).toContain("\u001b");
  });

  test("writes an attribute of the value true with its value", () => {
    const odd = { ...passedRun, scenarios: [sampleScenario({ id: "true", verdict: "pass", checks: [checks.pass] })] };
    expect(named(elementsOf(junitReport.render(odd, "ja")), "testcase")[0]?.attributes.classname).toBe("true");
  });

  test("gives virtual time no duration and real time none at all", () => {
    expect(new Set(named(elements, "testcase").map(({ attributes }) => attributes.time))).toEqual(new Set(["0"]));
    expect(junitReport.render({ ...passedRun, mode: "live" }, "ja")).not.toContain(" time=");
  });

  const unproved = sampleScenario({ id: "C02", verdict: "none", checks: [] });
  const stuck = sampleScenario({
    id: "C02",
    verdict: "inconc",
    checks: [checks.pass],
    trace: sampleTrace("C02", "incomplete"),
  });
  const runs: readonly (readonly [string, RunRecord])[] = [
    ["passed", passedRun],
    ["failed and broken off", sampleRun],
    ["empty", emptyRun],
    ["broken off while green", { ...passedRun, planned: 2, complete: false, verdict: "none" }],
    ["stopped after the last scenario", { ...passedRun, complete: false, verdict: "none" }],
    ["without checks", { ...passedRun, scenarios: [unproved], verdict: "none" }],
    ["stuck", { ...passedRun, scenarios: [stuck], verdict: "inconc" }],
  ];
  test.each(runs)("is red exactly when the command does not end with 0: %s", (_, run) => {
    const { failures, errors } = elementsOf(junitReport.render(run, "ja"))[0]?.attributes ?? {};
    expect(failures === "0" && errors === "0").toBe(exitCodeOf(run.verdict) === 0);
  });
});
