import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll } from "vitest";
import { findBrowser } from "../../src/actions/report/print-pdf.ts";

/** An installed Chromium; null when there is none. */
export const BROWSER: string | null = await findBrowser().catch(() => null);

let running: Promise<Browser> | null = null;

/**
 * The name of tests that open a page; it says why when they are skipped. The browser ends with
 * the test file that asks.
 */
export function inABrowser(name: string): string {
	if (BROWSER === null)
		return `${name}: skipped, no Chromium is installed (and CHROME_PATH names none)`;
	afterAll(async () => {
		await (await running)?.close();
		running = null;
	});
	return name;
}

function browser(): Promise<Browser> {
	running ??= chromium.launch({
		executablePath: BROWSER ?? "",
		args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
	});
	return running;
}

/** A page that was opened, with what it did. */
export interface Opened {
	readonly page: Page;
	/** addresses asked for beside the page itself and data: */
	readonly requests: string[];
	/** console messages, errors, dialogs */
	readonly said: string[];
}

/** How a page is opened. */
interface Opening {
	readonly width?: number;
	/** true: its policy does not hold, so that anything that could run would */
	readonly lawless?: boolean;
}

/** Opens a file with a watch on all that it asks for and says; `hit()` counts as saying. */
export async function open(
	file: string,
	{ width = 1280, lawless = false }: Opening = {},
): Promise<Opened> {
	const context = await (await browser()).newContext({
		viewport: { width, height: 900 },
		bypassCSP: lawless,
	});
	const page = await context.newPage();
	const [requests, said]: [string[], string[]] = [[], []];
	await page.exposeFunction("hit", () => said.push("something was run"));
	page.on("console", (message) => said.push(message.text()));
	page.on("pageerror", (error) => said.push(error.message));
	page.on("dialog", (dialog) => {
		said.push(dialog.message());
		void dialog.dismiss();
	});
	await page.addInitScript(
		'addEventListener("securitypolicyviolation", (event) => console.log("violates " + event.violatedDirective))',
	);
	await context.route("**", (route) => {
		const address = route.request().url();
		if (address === `file://${file}`) return route.continue();
		if (!address.startsWith("data:")) requests.push(address);
		return address.startsWith("data:") ? route.continue() : route.abort();
	});
	await page.goto(`file://${file}`);
	return { page, requests, said };
}
