import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainEnvironment, runProgram, type Surroundings } from "../pcsc/command.ts";
import { Conversation } from "../pcsc/conversation.ts";

/** Where Debian keeps the programs of each version. */
const VERSIONS = "/usr/lib/postgresql";
const USER = "madoguchi";
const PASSWORD = "simulation";
/** After a crash it writes its whole folder to the disk before it serves, which takes its time on a busy machine. */
const STARTS_WITHIN_MS = 90_000;

/** A PostgreSQL of a check's own: its cluster lies in a folder of its own and listens on the loopback only. */
export interface Cluster extends AsyncDisposable {
  /** An address of a fresh database. */
  database(): Promise<string>;
  /** The address of a database with other parts, to go wrong with. */
  address(parts: { readonly password?: string; readonly database?: string; readonly port?: number }): string;
  /** Kills the server and all its processes with SIGKILL, and starts it again on the same cluster. */
  crash(): Promise<void>;
  /** Stops it in order, as an operator would. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Runs SQL in a database as its owner. */
  sql(address: string, statements: string): Promise<string>;
}

/** Makes and starts a cluster; fails with what to install when there is no PostgreSQL. */
export async function openCluster(): Promise<Cluster> {
  const bin = programs();
  const folder = mkdtempSync(join(tmpdir(), "madoguchi-postgres-"));
  const surroundings = surroundingsOf(folder);
  const data = join(folder, "data");
  writeFileSync(join(folder, "password"), PASSWORD);
  const init = ["--pgdata", data, "--username", USER, "--auth", "scram-sha-256", "--pwfile", join(folder, "password")];
  const made = await runProgram(surroundings, join(bin, "initdb"), [...init, "--encoding", "UTF8", "--no-sync"]);
  if (made.code !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed:\n${made.stderr}`);
  }
  const port = await freePort();
  const options = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder];
  let server: Conversation | undefined;
  let databases = 0;
  const start = async (): Promise<void> => {
    server = new Conversation(surroundings, join(bin, "postgres"), options);
    await server.until(/ready to accept connections/, STARTS_WITHIN_MS);
  };
  const stop = async (): Promise<void> => {
    if (server?.pid === undefined) return;
    process.kill(server.pid, "SIGINT"); // "fast": open transactions are broken off
    await server.ended();
    server = undefined;
  };
  const address: Cluster["address"] = ({ password = PASSWORD, database = "postgres", port: other = port }) =>
    `postgres://${USER}:${password}@127.0.0.1:${other}/${database}`;
  const sql: Cluster["sql"] = async (at, statements) => {
    const run = await runProgram(surroundings, join(bin, "psql"), ["--no-psqlrc", "-qAt", at], statements);
    if (run.code !== 0 || run.stderr !== "") throw new Error(`psql failed:\n${run.stderr}`);
    return run.stdout;
  };
  await start();
  return {
    address,
    sql,
    start,
    stop,
    async database() {
      const name = `ledger_${++databases}`;
      await sql(address({}), `CREATE DATABASE ${name}`);
      return address({ database: name });
    },
    async crash() {
      if (server?.pid === undefined) throw new Error("the server does not run");
      for (const pid of [server.pid, ...childrenOf(server.pid)]) process.kill(pid, "SIGKILL");
      await server.ended();
      await start();
    },
    async [Symbol.asyncDispose]() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The programs of the newest version; a check that cannot run never counts as passed. */
function programs(): string {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions
    .map((version) => join(VERSIONS, version, "bin"))
    .find((bin) => existsSync(join(bin, "initdb")));
  if (found === undefined)
    throw new Error("these checks run a real PostgreSQL; install: apt-get install --no-install-recommends postgresql");
  return found;
}

/**
 * Whoever runs the suite. The server refuses to run as root, so root takes another number in a user namespace of its own;
 * that takes back that the kernel ends it with us, so it is said again.
 */
function surroundingsOf(folder: string): Surroundings {
  const env = plainEnvironment(folder);
  if (process.getuid?.() !== 0) return { prefix: [], env };
  return {
    prefix: ["unshare", "--user", "--map-user=1000", "--map-group=1000", "setpriv", "--pdeathsig", "KILL"],
    env,
  };
}

const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(address)));
    });
  });
}
