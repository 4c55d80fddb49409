import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Scenario, singleSteps } from "../../harness/scenario.ts";
import { certificationScenarios } from "../../harness/scenarios/certification/index.ts";
import { root } from "../architecture/source-files.ts";

const run = promisify(execFile);
const cli = join(root, "harness/cli.ts");
const folder = mkdtempSync(join(tmpdir(), "madoguchi-live-"));
/**
 * Five virtual seconds a second: slow enough that a machine which stands still for a second (seen, with a pace of ten)
 * stays far below the ten-second time-outs.
 */
const PACE = "5";

/** A request as somebody types it by hand: Shift_JIS, kanji in the symbol, a person nobody knows. */
const HAND_WRITTEN = `<?xml version="1.0" encoding="Shift_JIS" standalone="no"?>
<XmlMsg><MessageHeader><QualificationConfirmationDate>20260210</QualificationConfirmationDate>
<MedicalInstitutionCode>9910000018</MedicalInstitutionCode></MessageHeader><MessageBody><QualificationConfirmSearchInfo>
<InsurerNumber>06990014</InsurerNumber><InsuredCardSymbol>見本１</InsuredCardSymbol>
<InsuredIdentificationNumber>1</InsuredIdentificationNumber><Birthdate>19800101</Birthdate>
<LimitApplicationCertificateRelatedConsFlg>0</LimitApplicationCertificateRelatedConsFlg>
</QualificationConfirmSearchInfo></MessageBody></XmlMsg>
`;

const children: ChildProcess[] = [];
const start = (...args: readonly string[]): ChildProcess => {
  const child = spawn(process.execPath, [cli, ...args], { stdio: "ignore" });
  children.push(child);
  return child;
};
const ended = (child: ChildProcess): Promise<number | null> => new Promise((resolve) => child.once("exit", resolve));

afterAll(() => {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
});

/** What of a scenario may go another way over folders and desk: its kinds of step, and the faults on its files and lines. */
function traits({ steps, faults }: Scenario): readonly string[] {
  return singleSteps(steps)
    .map((step) => (step.step === "arm" ? `fault ${step.armed.fault}` : step.step))
    .concat(faults.map(({ fault }) => `fault ${fault}`));
}

/** Scenarios that between them have every trait: all of them run in process, but live they would take half an hour. */
const chosen = certificationScenarios.filter((scenario, index) => {
  const before = new Set(certificationScenarios.slice(0, index).flatMap(traits));
  return traits(scenario).some((trait) => !before.has(trait));
});
/** Receipt systems side by side, each with folders of its own: most of the time everybody waits. */
const LANES = 3;
const lanes = Array.from({ length: LANES }, (_, lane) => ({
  oqs: join(folder, `oqs-${lane}`),
  out: join(folder, `out-${lane}`),
  ids: chosen.filter((_, index) => index % LANES === lane).map(({ id }) => id),
}));

describe("a receipt system in a process of its own, seeing only the folders", () => {
  let exitCodes: readonly (number | null)[] = [];

  beforeAll(async () => {
    exitCodes = await Promise.all(
      lanes.map(async ({ oqs, out, ids }) => {
        const subject = start("subject", "--folder", oqs, "--pace", PACE);
        const scenarios = ids.flatMap((id) => ["--scenario", id]);
        const code = await ended(
          start("certify", "--live", "--folder", oqs, "--pace", PACE, "--out", out, ...scenarios),
        );
        subject.kill();
        return code;
      }),
    );
  }, 900_000);

  it("passes the same scenarios as in-process", () => {
    const verdicts = lanes.flatMap(({ out }) => {
      const evidence = JSON.parse(readFileSync(join(out, "evidence.json"), "utf8"));
      return evidence.scenarios.map(({ id, verdict }: { id: string; verdict: string }) => [id, verdict]);
    });
    expect(verdicts).toEqual(lanes.flatMap(({ ids }) => ids.map((id) => [id, "pass"])));
    expect(exitCodes).toEqual(lanes.map(() => 0));
  });

  it("leaves traces that replay to the same footer", async () => {
    for (const { out, ids } of lanes) {
      const traces = readdirSync(join(out, "traces"));
      expect(traces).toHaveLength(ids.length);
      for (const name of traces) {
        const { stdout } = await run(process.execPath, [cli, "replay", join(out, "traces", name), "--lang", "en"]);
        expect(stdout, name).toContain("identical to the recording");
      }
    }
  });
});

describe("the folders without any receipt system", () => {
  it("answer a hand-written Shift_JIS request in res, and send an unreadable one back with .err", async () => {
    const place = join(folder, "by-hand");
    const certify = start(
      "certify",
      "--live",
      "--folder",
      place,
      "--pace",
      PACE,
      "--scenario",
      "C07",
      "--out",
      join(folder, "by-hand-out"),
    );
    await until(() => existsSync(join(place, "req")) && existsSync(join(place, "desk/todo/C07-000001.json")));
    writeFileSync(join(place, "req/OQSsiquc01req_hand0001.xml"), iconv.encode(HAND_WRITTEN, "cp932"));
    writeFileSync(join(place, "req/OQSsiquc01req_broken01.xml"), "<XmlMsg><MessageHeader>");
    await until(() => readdirSync(join(place, "res")).includes("OQSsiquc01res_hand0001.xml"));
    await until(() => readdirSync(join(place, "res")).includes("OQSsiquc01req_broken01.err"));
    await until(() =>
      readFileSync(join(place, "res/OQSsiquc01res_hand0001.xml")).toString("latin1").trimEnd().endsWith("</XmlMsg>"),
    );
    const answer = iconv.decode(readFileSync(join(place, "res/OQSsiquc01res_hand0001.xml")), "cp932");
    expect(answer).toContain("<QualificationValidity>4</QualificationValidity>");
    expect(answer).toContain("見本１");
    expect(readFileSync(join(place, "res/OQSsiquc01req_broken01.err"), "utf8")).toContain("code=SIM-E-001");
    expect(readdirSync(join(place, "res"))).toContain("OQSsiquc01req_broken01.xml");
    expect(readdirSync(join(place, "req"))).toEqual([]);
    certify.kill("SIGINT");
    expect(await ended(certify)).toBe(5);
  });
});

/** Looks until something is there; the test's own time limit bounds it. */
async function until(there: () => boolean): Promise<void> {
  while (!there()) await new Promise((resolve) => setImmediate(resolve));
}
