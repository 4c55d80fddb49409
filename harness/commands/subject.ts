import type { Command } from "commander";
import { paceOption, place } from "../edges/options.ts";

interface SubjectOptions {
  readonly folder: string;
  readonly name: string;
  readonly pace: number;
  readonly profile?: string;
}

const EXAMPLES = `
Examples:
  $ madoguchi subject --folder ./oqs                                  the reference receipt system
  $ madoguchi subject --folder ./oqs --name broken/timeout-as-valid   one with a defect
  $ madoguchi subject --folder ./oqs --profile profile.yaml           one that packs and opens zips

Start it beside: madoguchi certify --live --folder ./oqs`;

/** Adds `madoguchi subject`. */
export function addSubject(program: Command): void {
  program
    .command("subject")
    .description("run a built-in receipt system as a process of its own that only sees the exchange folders")
    .requiredOption("--folder <folder>", "folder that holds req, res, face and the desk", place)
    .option("--name <name>", "reference, or broken/<defect>", "reference")
    .addOption(paceOption("virtual seconds a second; the same as certify's"))
    .option("--profile <file>", "which files travel as zip, and the password; the same as certify's")
    .addHelpText("after", EXAMPLES)
    .action(async ({ folder, name, pace, profile }: SubjectOptions) => {
      const [{ subjectByName }, { runSubjectProcess }, { profileFrom }, { defaultProfile }] = await Promise.all([
        import("../catalogue.ts"),
        import("../edges/subject-process.ts"),
        import("./profile-run.ts"),
        import("../../simulator/messages/profile.ts"),
      ]);
      const { zip } = profile === undefined ? defaultProfile : profileFrom(profile).profile;
      let stopped = false;
      process.once("SIGINT", () => {
        stopped = true;
      });
      process.once("SIGTERM", () => {
        stopped = true;
      });
      await runSubjectProcess(folder, subjectByName(name).decisions, zip, pace, () => stopped);
    });
}
