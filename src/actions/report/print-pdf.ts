/** Printing of a report as PDF, by a Chromium found on this machine. */

import { execFile } from "node:child_process";
import { access, constants, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { safeText } from "../../words/safe-text.ts";
import { CommandError } from "../refusal.ts";

/** Names under which Chromium is installed. */
const BROWSERS = [
	"chromium",
	"chromium-browser",
	"google-chrome",
	"google-chrome-stable",
];
/** Milliseconds that printing may take. */
const PATIENCE = 120_000;

/**
 * A browser that can print: the one that `CHROME_PATH` names, else the first on the path.
 *
 * @throws {CommandError} exit 2 when there is none
 */
export async function findBrowser(
	environment: NodeJS.ProcessEnv = process.env,
): Promise<string> {
	const named = environment["CHROME_PATH"];
	if (named) {
		if (await canRun(named)) return named;
		throw new CommandError(
			safeText(
				`CHROME_PATH is "${named}", which is no program that can be run`,
			),
		);
	}
	const folders = (environment["PATH"] ?? "").split(delimiter);
	for (const browser of BROWSERS)
		for (const folder of folders)
			if (await canRun(join(folder, browser))) return join(folder, browser);
	throw new CommandError(
		`--pdf prints with an installed Chromium, and none of ${BROWSERS.join(", ")} is on the path; install one, or name it in CHROME_PATH`,
	);
}

async function canRun(path: string): Promise<boolean> {
	try {
		await access(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/**
 * A page on disk, printed.
 *
 * @throws {CommandError} exit 2 when no browser is there or it prints nothing
 */
export async function printPdf(page: string): Promise<Uint8Array> {
	const browser = await findBrowser();
	const folder = await mkdtemp(join(tmpdir(), "stibium-print-"));
	const printed = join(folder, "report.pdf");
	try {
		await promisify(execFile)(browser, wordsFor(page, folder, printed), {
			timeout: PATIENCE,
		});
		return await readFile(printed);
	} catch (error) {
		throw new CommandError(
			safeText(
				`${browser} did not print: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`,
			),
		);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

/** Chromium's sandbox does not run as root. */
const asRoot = () => process.getuid?.() === 0;

const wordsFor = (page: string, profile: string, printed: string) => [
	...["--headless", "--disable-gpu", "--no-first-run"],
	...["--disable-background-networking", "--disable-component-update"],
	...(asRoot() ? ["--no-sandbox"] : []),
	`--user-data-dir=${profile}`,
	"--no-pdf-header-footer",
	`--print-to-pdf=${printed}`,
	pathToFileURL(resolve(page)).href,
];
