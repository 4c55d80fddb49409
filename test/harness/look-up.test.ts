import { describe, expect, it } from "vitest";
import { scenarioByName } from "../../harness/catalogue.ts";
import { actsOf } from "../../harness/checks/reading.ts";
import { checkById } from "../../harness/judge.ts";
import type { Scenario, Step } from "../../harness/scenario.ts";
import { MINUTE_MS } from "../../simulator/kernel/civil-time.ts";
import type { PersonaId } from "../../simulator/population/personas/index.ts";
import { run } from "./runs.ts";

/** Whoever comes is looked up once the outage function is open, and once in a disaster. */
function lookedUp(...personas: readonly PersonaId[]): Scenario {
  const visits = personas.flatMap((persona, index): readonly Step[] => {
    const visit = `V${index + 1}`;
    return [
      { step: "reception", visit, persona },
      { step: "look-up", visit, persona, gate: "outage" },
      { step: "look-up", visit, persona, gate: "disaster" },
      { step: "settle", visit, proof: "declaration" },
    ];
  });
  return {
    ...scenarioByName("C78"),
    faults: [],
    steps: [
      { step: "call-centre", about: "outage-function" },
      { step: "ministry-opens", area: "here", days: 1 },
      { step: "wait", ms: 31 * MINUTE_MS },
      ...visits,
    ],
  };
}

const lookupAttached = checkById("line/lookup-attached");

describe("a look-up without a card of somebody with 医療扶助", () => {
  it("gives the numbers of the ticket to attach, and the visit is confirmed", async () => {
    const { trace } = await run(lookedUp("aid-alone"));
    expect(lookupAttached.judge(trace).verdict).toBe("pass");
    expect(actsOf(trace, "attached")).toHaveLength(2);
    expect(actsOf(trace, "settled").map(({ message }) => message.standing)).toEqual(["confirmed"]);
    const { trace: ignored } = await run(lookedUp("aid-alone"), "broken/ignores-lookup");
    expect(lookupAttached.judge(ignored).verdict).toBe("fail");
  });

  it("gives nothing to attach where there is no ticket, and nobody has to", async () => {
    const { trace } = await run(lookedUp("employee", "aid-elsewhere"));
    expect(trace.on("web.screen").map(({ message }) => message.withheld)).toEqual([undefined, undefined, true, true]);
    expect(actsOf(trace, "attached").map(({ message }) => message.visit)).toEqual(["V1", "V1"]);
    expect(lookupAttached.judge(trace).verdict).toBe("pass");
    expect(lookupAttached.judge((await run(lookedUp("aid-elsewhere"))).trace).verdict).toBe("inconc");
  });
});

describe("the log of the call centre", () => {
  it("has code, name and contact of the facility, and the call back goes to the registered number", async () => {
    const { trace } = await run(scenarioByName("C78"));
    const records = trace.on("call.record").map(({ message }) => message);
    expect(records[0]).toMatchObject({
      facility: "9910000018",
      facilityName: "架空内科クリニック",
      contact: expect.any(String),
    });
    expect(records.find(({ matter }) => matter === "call-back")?.phone).toBe("0000-100-0001");
  });
});
