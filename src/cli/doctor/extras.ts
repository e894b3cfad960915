/** Checks of optional helpers: DuckDB for queries, Chromium for PDF, Redis for queues. */

import { access, constants } from "node:fs/promises";
import { createConnection } from "node:net";
import { delimiter, join } from "node:path";
import { safeText } from "../../words/safe-text.ts";
import { absent, broken, type Finding, works } from "./finding.ts";

const BROWSERS = ["chromium", "chromium-browser", "google-chrome"] as const;
const REDIS_PORT = 6379;
/** Milliseconds that Redis may take to open a connection. */
const REDIS_PATIENCE = 1000;

/** Loads DuckDB, which answers queries in SQL. */
export async function lookAtDuckDb(): Promise<Finding> {
	try {
		const { version } = await import("@duckdb/node-api");
		return works("DuckDB", `${version()}, for queries in SQL`);
	} catch {
		return absent(
			"DuckDB",
			"not installed; only queries in SQL need it",
			"npm install --no-save @duckdb/node-api",
		);
	}
}

/** Looks for a Chromium that could print a report. */
export async function lookAtChromium(
	{ CHROME_PATH = "", PATH = "" }: NodeJS.ProcessEnv = process.env,
): Promise<Finding> {
	const folders = PATH.split(delimiter).filter(Boolean);
	const onPath = BROWSERS.flatMap((name) =>
		folders.map((folder) => join(folder, name)),
	);
	const candidates = CHROME_PATH === "" ? onPath : [CHROME_PATH];
	for (const candidate of candidates)
		if (await isRunnable(candidate))
			return works("Chromium", `${safeText(candidate)}, for \`--pdf\``);
	return absent(
		"Chromium",
		CHROME_PATH === ""
			? `none of ${BROWSERS.join(", ")} is on the path; only \`--pdf\` needs it`
			: `CHROME_PATH is ${safeText(CHROME_PATH)}, which cannot be run; only \`--pdf\` needs it`,
		"install chromium, or let CHROME_PATH name one",
	);
}

function isRunnable(path: string): Promise<boolean> {
	return access(path, constants.X_OK).then(
		() => true,
		() => false,
	);
}

/** Connects to the Redis of STIBIUM_REDIS; tells host and port alone, never the password. */
export async function lookAtRedis(
	{ STIBIUM_REDIS: address = "" }: NodeJS.ProcessEnv = process.env,
): Promise<Finding> {
	if (address === "")
		return absent(
			"Redis",
			"STIBIUM_REDIS is not set; only batches over many machines need it",
			"STIBIUM_REDIS=redis://host:6379",
		);
	const where = URL.canParse(address) ? new URL(address) : null;
	if (where === null || where.hostname === "")
		return broken(
			"Redis",
			"STIBIUM_REDIS is no address",
			"expected redis://host:6379",
		);
	const host = where.hostname.replace(/^\[(.*)\]$/, "$1");
	const port = Number(where.port || REDIS_PORT);
	const shown = safeText(`${where.hostname}:${port}`);
	const problem = await connectionProblem(host, port);
	return problem === null
		? works("Redis", `${shown} takes connections`)
		: broken(
				"Redis",
				`${shown} takes no connection (${problem})`,
				"start it, or unset STIBIUM_REDIS",
			);
}

/** Reason why a connection does not open; null when it does. */
function connectionProblem(host: string, port: number): Promise<string | null> {
	return new Promise((resolve) => {
		const socket = createConnection({ host, port, timeout: REDIS_PATIENCE });
		const end = (problem: string | null) => {
			socket.destroy();
			resolve(problem);
		};
		socket.once("connect", () => end(null));
		socket.once("timeout", () => end("no answer within a second"));
		socket.once("error", (error: NodeJS.ErrnoException) =>
			end(error.code ?? "error"),
		);
	});
}
