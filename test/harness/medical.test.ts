import { describe, expect, it } from "vitest";
import { scenarioByName } from "../../harness/catalogue.ts";
import { run } from "./runs.ts";

const outcomes = async (...asked: Parameters<typeof run>) => {
  const { trace } = await run(...asked);
  return trace
    .on("subject.act")
    .flatMap(({ message }) =>
      message.act === "medical" ? [`${message.role} ${message.kind}: ${message.outcome}`] : [],
    );
};

describe("medical information through terminal and folders", () => {
  it("is refused to a terminal whose account is no viewer's, consent or not", async () => {
    const c28 = scenarioByName("C28");
    expect(await outcomes(c28)).toEqual(["clerk drug: not-permitted", "doctor drug: shown"]);
    expect(await outcomes({ ...c28, terminal: { account: "general" } })).toEqual([
      "clerk drug: not-permitted",
      "doctor drug: refused",
    ]);
  });

  it("arrives as a PDF under the request's name where one was asked for, and as an XML where that is refused", async () => {
    const c27 = scenarioByName("C27");
    const { trace } = await run(c27);
    const written = trace
      .on("exchange.file")
      .filter(
        ({ message: { change, folder, name } }) => change === "written" && folder === "res" && /^(YZK|TKK)/.test(name),
      );
    const pdfs = written.filter(({ message: { name } }) => name.endsWith(".pdf"));
    expect(pdfs).toHaveLength(2);
    for (const { message } of pdfs) {
      expect(message.hex?.startsWith(Buffer.from("%PDF-1").toString("hex"))).toBe(true);
      const request = message.name.replace("res_", "req_").replace(".pdf", ".xml");
      expect(trace.on("exchange.file").some(({ message: { name } }) => name === request)).toBe(true);
    }
    const { trace: refused } = await run({ ...c27, terminal: { account: "general" } });
    const results = refused.on("exchange.file").filter(({ message: { name } }) => /^(YZK|TKK)siquc01res_/.test(name));
    expect(results.length).toBeGreaterThan(0);
    expect(results.every(({ message: { name } }) => name.endsWith(".xml"))).toBe(true);
  });

  it("is asked for with the flag of the consent: at home two weeks after it was given", async () => {
    const { trace } = await run(scenarioByName("C75"));
    const requests = trace
      .on("exchange.file")
      .flatMap(({ message: { name, change, text } }) =>
        name.startsWith("YZKsiquc01req_") && change === "written" ? [text ?? ""] : [],
      );
    expect(requests).toHaveLength(1);
    expect(requests[0]).toContain("<MedicalTreatmentFlag>2</MedicalTreatmentFlag>");
    expect(await outcomes(scenarioByName("C75"))).toEqual(["doctor drug: shown", "doctor drug: not-consented"]);
  });
});
