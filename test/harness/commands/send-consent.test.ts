import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { SendOptions } from "../../../harness/commands/send.ts";
import { runSend } from "../../../harness/commands/send-run.ts";
import { MisuseError } from "../../../simulator/kernel/errors.ts";

const folder = mkdtempSync(join(tmpdir(), "madoguchi-consent-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const USUAL: SendOptions = { seed: 1, on: "2026-02-10", ledger: "memory", lang: "en" };

async function send(path: string | undefined, options: Partial<SendOptions>) {
  let stdout = "";
  let stderr = "";
  const code = await runSend(
    path,
    { ...USUAL, ...options },
    {
      stdout: { write: (content) => (stdout += Buffer.from(content as string).toString("latin1")) },
      stderr: { write: (content) => (stderr += String(content)) },
    },
  );
  return { code, stdout, stderr };
}

async function request(kind: string, change: (xml: string) => string = (xml) => xml): Promise<string> {
  const path = join(folder, `${kind}req_1.xml`);
  const { stdout } = await send(undefined, { example: kind });
  writeFileSync(path, change(stdout));
  return path;
}

describe("madoguchi send --consent", () => {
  it("lets the person of the request consent first, to these kinds alone", async () => {
    const drugs = await request("YZKsiquc01");
    expect((await send(drugs, {})).stderr).toContain("rule 5/without-card");
    expect((await send(drugs, { consent: ["drug"] })).stderr).toMatch(/rule 5\/within .*\nResultCode: 1/);
    expect((await send(drugs, { consent: ["checkup"] })).stderr).toContain("rule 5/not-given");
    const checkups = await request("TKKsiquc01");
    expect((await send(checkups, { consent: ["checkup"] })).stdout).toContain("<ResultCode>1</ResultCode>");
  });

  it("gives a PDF to who asks for one", async () => {
    const path = await request("YZKsiquc01", (xml) => xml.replace("<FileCategory>2", "<FileCategory>3"));
    const { code, stdout } = await send(path, { consent: ["care"] });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^%PDF-1/);
    expect((await send(path, { consent: ["drug"] })).stdout).toContain("<ResultCode>2</ResultCode>");
  });

  it("is a misuse where nobody can consent to anything", async () => {
    const eligibility = await request("OQSsiquc01");
    await expect(send(eligibility, { consent: ["drug"] })).rejects.toThrow(MisuseError);
    const nobody = await request("YZKsiquc01", (xml) =>
      xml.replace(/(<InsuredPersonIdentificationNumber>)[^<]+/, "$1999999999999"),
    );
    await expect(send(nobody, { consent: ["drug"] })).rejects.toThrow(/nobody the centre knows/);
  });
});
