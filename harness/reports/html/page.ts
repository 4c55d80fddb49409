import { createHash } from "node:crypto";
import type { Bilingual, Language } from "../../../simulator/kernel/bilingual.ts";
import { both } from "./bits.ts";
import { type Content, markup, trusted } from "./markup.ts";
import { SCRIPT } from "./script.ts";
import { STYLE } from "./style.ts";

/** What one page has of its own. */
export interface Page {
  /** The page's heading, in both languages. */
  readonly heading: Bilingual;
  /** The title of the window, in the language shown first. */
  readonly title: string;
  /** What stands between the heading and the footer, `main` included. */
  readonly body: Content;
  readonly footer: Content;
  /** Rules after those of every page. */
  readonly style?: string;
  /** Sources of pictures for the policy, such as `data:`; left out: the page shows none. */
  readonly pictures?: "data:";
}

/** One page that needs nothing else, in both languages, in `language` first: opened from a folder or a mail, printed, kept. */
export function htmlPage({ heading, title, body, footer, style = "", pictures }: Page, language: Language): string {
  const rules = `${STYLE}${style}`;
  return markup`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy(rules, pictures))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${trusted(rules)}</style>
</head>
<body>
<header class="top">
<h1>${both(heading)}</h1>
<div class="languages" role="group" aria-label="言語 / Language" hidden>
<button type="button" data-language="ja" lang="ja" aria-pressed="${String(language === "ja")}">日本語</button>
<button type="button" data-language="en" lang="en" aria-pressed="${String(language === "en")}">English</button>
</div>
</header>
${body}
<footer>${footer}</footer>
<script>${trusted(SCRIPT)}</script>
</body>
</html>
`.toString();
}

/** A second lock behind the escaping: the browser runs and loads nothing but what is written into the page. */
function policy(style: string, pictures: Page["pictures"]): string {
  const images = pictures === undefined ? "" : ` img-src ${pictures};`;
  return `default-src 'none';${images} script-src ${digest(SCRIPT)}; style-src ${digest(style)}; base-uri 'none'; form-action 'none'`;
}

function digest(source: string): string {
  return `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
}
