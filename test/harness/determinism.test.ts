import { describe, expect, it } from "vitest";
import { catalogue, subjectByName } from "../../harness/catalogue.ts";
import { simulate } from "../../harness/run.ts";
import { keptRun, picturesFor, run } from "./runs.ts";

describe("a run is the same every time", () => {
  it.each(catalogue.scenarios.map((scenario) => [scenario.id, scenario] as const))(
    "%s run twice ends in the same footer",
    async (_id, scenario) => {
      const [first, second] = [await keptRun(scenario), await run(scenario)];
      expect(first.defect).toBeUndefined();
      expect(first.trace.footer.outcome).toBe("completed");
      expect(second.trace.footer).toEqual(first.trace.footer);
    },
  );

  it("another seed gives another trace", async () => {
    const [scenario] = catalogue.scenarios;
    expect((await run(scenario, "reference", 8)).trace.footer.sha256).not.toBe(
      (await run(scenario, "reference", 7)).trace.footer.sha256,
    );
  });

  it("worlds never touch each other: a run between two others changes nothing", async () => {
    const [c01, c02] = catalogue.scenarios;
    const before = await run(c02);
    simulate({ scenario: c01, seed: 1, pictures: await picturesFor(c01, 1) }, subjectByName("broken/takes-next-file"));
    expect((await run(c02)).trace.footer).toEqual(before.trace.footer);
  });

  it("chance that is not the world's is noticed: a drifting source changes the footer", async () => {
    const [c01] = catalogue.scenarios;
    const pictures = await picturesFor(c01, c01.seed);
    let drift = 0;
    const drifting = {
      ...pictures,
      cardOf: (id: Parameters<typeof pictures.cardOf>[0]) => {
        const photo = Uint8Array.from(pictures.cardOf(id).photo);
        photo[photo.length - 1] = drift++;
        return { ...pictures.cardOf(id), photo };
      },
      sha256: `${drift++}`,
    };
    const footer = () =>
      simulate({ scenario: c01, seed: 1, pictures: { ...drifting, sha256: `${drift++}` } }, subjectByName("reference"))
        .trace.footer.sha256;
    expect(footer()).not.toBe(footer());
  });
});
