import type { Language } from "../../simulator/kernel/bilingual.ts";
import type { Profile } from "../../simulator/messages/profile.ts";
import { profileKeys } from "./profile-keys.ts";

const HEAD = {
  ja: "madoguchi プロファイル。値はすべて当方の選択で、公式の仕様ではありません（receipt-system-interface.md §8）。省いたキーは既定値です。",
  en: "madoguchi profile. Every value is our choice and no fact about the real system (receipt-system-interface.md §8). Keys left out keep it.",
};
const OURS = { ja: "当方の選択", en: "ours" };

/** A profile as a YAML file with a comment on every key. */
export function printProfile(profile: Profile, language: Language): string {
  return `# ${HEAD[language]}\n${lines(profile, "", language).join("\n")}\n`;
}

function lines(table: object, parent: string, language: Language): readonly string[] {
  const indent = "  ".repeat(parent === "" ? 0 : parent.split(".").length);
  return Object.entries(table).flatMap(([name, value]) => {
    const path = parent === "" ? name : `${parent}.${name}`;
    const known = profileKeys[path];
    if (known === undefined) return [`${indent}${name}:`, ...lines(value, path, language)];
    const comment = `${indent}# §${known.section} (${OURS[language]}) ${known.words[language]}`;
    return [comment, `${indent}${name}: ${JSON.stringify(value)}`]; // JSON is YAML, and quotes what needs quotes
  });
}
