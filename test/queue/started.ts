import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { AT_MOST, MAIN } from "../cli/program.ts";

/** Lets waits of the queue be ten times shorter. */
export const HASTE = { STIBIUM_QUEUE_HASTE: "10" } as const;

/** A command of the built program that runs beside the test. */
export interface Started {
	readonly child: ChildProcess;
	/** what it has said so far, on both streams */
	said(): string;
	/** resolves when it has said so. @throws after twenty minutes */
	says(words: string | RegExp): Promise<void>;
	/** its exit code */
	ended(): Promise<number | null>;
}

/** Starts a command; it ends with the test at the latest, in the haste of all tests. */
export function started(
	words: readonly string[],
	cwd: string,
	env: Readonly<Record<string, string>> = {},
): Started {
	const child = spawn(process.execPath, [MAIN, ...words], {
		cwd,
		stdio: ["ignore", "pipe", "pipe"],
		env: { ...process.env, NO_COLOR: "1", ...HASTE, ...env },
	});
	onTestFinished(() => void child.kill("SIGKILL"));
	let text = "";
	for (const stream of [child.stdout, child.stderr])
		stream.setEncoding("utf8").on("data", (more: string) => {
			text += more;
		});
	const exit = once(child, "close");
	return {
		child,
		said: () => text,
		says: (wanted) =>
			until(
				() =>
					typeof wanted === "string"
						? text.includes(wanted)
						: wanted.test(text),
				() => `"${wanted}" in: ${text}`,
			),
		ended: async () => {
			await until(
				() => child.exitCode !== null || child.signalCode !== null,
				() => `the end of ${words.join(" ")}: ${text}`,
			);
			return (await exit)[0];
		},
	};
}

/** Milliseconds that anything may take, on however busy a machine. */
const PATIENCE = AT_MOST.timeout;

/** Looks until something holds. @throws after twenty minutes, saying what was waited for */
export async function until(
	holds: () => boolean,
	what: () => string,
): Promise<void> {
	const end = performance.now() + PATIENCE;
	while (performance.now() < end) {
		if (holds()) return;
		await wait(25);
	}
	throw new Error(`waited in vain for ${what()}`);
}
