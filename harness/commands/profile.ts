import type { Command } from "commander";
import { languageOption } from "../edges/options.ts";
import type { ProfileOptions } from "./profile-run.ts";

const EXAMPLES = `
Examples:
  $ madoguchi profile --print > profile.yaml        every switch with its default and what it means
  $ madoguchi profile --check profile.yaml          says what is wrong, with line and key
  $ madoguchi certify --profile profile.yaml        runs under it`;

/** Adds `madoguchi profile`. */
export function addProfile(program: Command): void {
  program
    .command("profile")
    .description("the switches of terminal and centre, and what we chose where the official papers are not public")
    .option("--print", "print the default profile, a comment on every key")
    .option("--check <file>", "check a profile (YAML or JSON)")
    .addOption(languageOption())
    .addHelpText("after", EXAMPLES)
    .action(async (options: ProfileOptions) => {
      const { runProfile } = await import("./profile-run.ts");
      process.exitCode = runProfile(options);
    });
}
