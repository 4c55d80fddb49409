import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Debian packages the checks with real PC/SC programs need, one a line; `.ci/run` installs from the same list. */
const LIST = join(import.meta.dirname, "packages.txt");

/** A paragraph for each package dpkg knows. */
const QUERY = ["/usr/bin/dpkg-query", "--status"] as const;

/** Fails with what to install when a package is missing: a check that cannot run never counts as passed. */
export function requirePackages(): void {
  const wanted = readFileSync(LIST, "utf8").trim().split("\n");
  const [program, ...options] = QUERY;
  const { stdout, error } = spawnSync(program, [...options, ...wanted], { encoding: "utf8" });
  if (error !== undefined) throw new Error(`the checks with real PC/SC programs need Debian: ${error.message}`);
  const installed = stdout.split("\n\n").filter((about) => about.includes("\nStatus: install ok installed\n"));
  const missing = wanted.filter((name) => !installed.some((about) => about.startsWith(`Package: ${name}\n`)));
  if (missing.length === 0) return;
  const packages = missing.join(" ");
  throw new Error(`these checks run real programs; install: apt-get install --no-install-recommends ${packages}`);
}
