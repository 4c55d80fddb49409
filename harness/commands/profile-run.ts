import type { Language } from "../../simulator/kernel/bilingual.ts";
import { MisuseError } from "../../simulator/kernel/errors.ts";
import { defaultProfile, type Profile } from "../../simulator/messages/profile.ts";
import { profileFileOf } from "../edges/profile-file.ts";
import { printProfile } from "../profile/profile-printing.ts";
import { readProfile } from "../profile/profile-reading.ts";
import type { ProfileFile } from "../run-record.ts";
import { exitCodes } from "../verdict.ts";
import { readTextFile } from "./text-file.ts";

/** Options of `madoguchi profile` as given. */
export interface ProfileOptions {
  readonly print?: boolean;
  readonly check?: string;
  readonly lang: Language;
}

/** Runs `madoguchi profile` and returns its exit code. */
export function runProfile({ print, check, lang }: ProfileOptions): number {
  if ((print === true) === (check !== undefined))
    throw new MisuseError("profile", "say one of --print and --check <file>", ["--print", "--check <file>"]);
  if (check === undefined) {
    process.stdout.write(printProfile(defaultProfile, lang));
    return exitCodes.pass;
  }
  profileFrom(check);
  process.stdout.write(lang === "ja" ? `${check} は使えます。\n` : `${check} can be used.\n`);
  return exitCodes.pass;
}

/** The profile of a file (`--profile`), and how a report names that file. */
export function profileFrom(path: string): { readonly profile: Profile; readonly file: ProfileFile } {
  const text = readTextFile(path, "`madoguchi profile --print > profile.yaml` makes one");
  return { profile: readProfile(text), file: profileFileOf(path, text) };
}
